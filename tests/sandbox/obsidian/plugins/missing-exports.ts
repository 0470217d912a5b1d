import { gap } from '../gap';

/** A class that only the app has: making one, or an heir of it, throws. */
function missingClass(name: string): abstract new () => object {
	return class {
		constructor() {
			gap(name);
		}
	};
}

function missingFunction(name: string): () => never {
	return () => gap(name);
}

export const renderMath = missingFunction('renderMath');
export const loadMathJax = missingFunction('loadMathJax');
export const loadMermaid = missingFunction('loadMermaid');
export const loadPdfJs = missingFunction('loadPdfJs');
export const loadPrism = missingFunction('loadPrism');
export const parsePropertyId = missingFunction('parsePropertyId');

/** There is never any mathematics to finish. */
export function finishRenderMath(): Promise<void> {
	return Promise.resolve();
}

export const BasesEntry = missingClass('BasesEntry');
export const BasesEntryGroup = missingClass('BasesEntryGroup');
export const BasesQueryResult = missingClass('BasesQueryResult');
export const BasesView = missingClass('BasesView');
export const BasesViewConfig = missingClass('BasesViewConfig');
export const BooleanValue = missingClass('BooleanValue');
export const CapacitorAdapter = missingClass('CapacitorAdapter');
export const DateValue = missingClass('DateValue');
export const DurationValue = missingClass('DurationValue');
export const FileValue = missingClass('FileValue');
export const HTMLValue = missingClass('HTMLValue');
export const IconValue = missingClass('IconValue');
export const ImageValue = missingClass('ImageValue');
export const LinkValue = missingClass('LinkValue');
export const ListValue = missingClass('ListValue');
export const NotNullValue = missingClass('NotNullValue');
export const NullValue = missingClass('NullValue');
export const NumberValue = missingClass('NumberValue');
export const ObjectValue = missingClass('ObjectValue');
export const PrimitiveValue = missingClass('PrimitiveValue');
export const QueryController = missingClass('QueryController');
export const RegExpValue = missingClass('RegExpValue');
export const RelativeDateValue = missingClass('RelativeDateValue');
export const SecretComponent = missingClass('SecretComponent');
export const StringValue = missingClass('StringValue');
export const TagValue = missingClass('TagValue');
export const UrlValue = missingClass('UrlValue');
export const Value = missingClass('Value');
