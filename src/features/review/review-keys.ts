import { ACTIONS } from '../../core/actions';
import type { ReviewController } from './review-controller';

/** What keys do beside what the controller does. */
export interface KeySurroundings {
	readonly focusFilter: () => void;
	readonly showKeys: () => void;
}

type Handler = (controller: ReviewController, event: KeyboardEvent, around: KeySurroundings) => void;

const PLAIN: Readonly<Record<string, Handler>> = {
	'j': (controller) => controller.move(1),
	'ArrowDown': (controller) => controller.move(1),
	'k': (controller) => controller.move(-1),
	'ArrowUp': (controller) => controller.move(-1),
	'Home': (controller) => controller.move(-Infinity),
	'End': (controller) => controller.move(Infinity),
	' ': (controller) => selectFocused(controller),
	'o': (controller) => controller.open(controller.model.state.focus, false),
	'i': (controller) => controller.showPerson(),
	's': (controller) => controller.openSource(controller.model.state.focus, false),
	'g': (controller) => controller.toggleGroup(),
	'e': (controller) => controller.edit(),
	'd': (controller) => controller.changeValue('due'),
	'p': (controller) => controller.changeValue('priority'),
	'a': (controller) => controller.changeValue('owner'),
	'h': (controller) => controller.pick('hidden'),
	't': (controller) => controller.takeOut(),
	'2': (controller) => controller.pickSame(),
	'u': (controller) => void controller.undo(),
	'y': (controller) => controller.applyToNewText(controller.model.runner.conflicts[0]),
	'n': (controller) => controller.skip([controller.model.runner.conflicts[0]]),
	'/': (_controller, _event, around) => around.focusFilter(),
	'?': (_controller, _event, around) => around.showKeys(),
};

const IN_HISTORY: Readonly<Record<string, Handler>> = {
	'j': (controller) => controller.moveInHistory(1),
	'ArrowDown': (controller) => controller.moveInHistory(1),
	'k': (controller) => controller.moveInHistory(-1),
	'ArrowUp': (controller) => controller.moveInHistory(-1),
	'Home': (controller) => controller.moveInHistory(-Infinity),
	'End': (controller) => controller.moveInHistory(Infinity),
	'Enter': (controller) => controller.turnFocused(),
	'u': (controller) => void controller.undo(),
	'?': (_controller, _event, around) => around.showKeys(),
};

const SHIFTED: Readonly<Record<string, Handler>> = {
	'j': (controller) => controller.extend(1),
	'arrowdown': (controller) => controller.extend(1),
	'k': (controller) => controller.extend(-1),
	'arrowup': (controller) => controller.extend(-1),
	'u': (controller) => void controller.redo(),
	'h': (controller) => controller.toggleHistory(),
	'x': (controller) => controller.putAwayRepeats(),
	// On many keyboards these two are typed with Shift.
	'?': (_controller, _event, around) => around.showKeys(),
	'/': (_controller, _event, around) => around.focusFilter(),
};

const WITH_MOD: Readonly<Record<string, Handler>> = {
	'a': (controller) => controller.selectAll(),
	'z': (controller, event) => void (event.shiftKey ? controller.redo() : controller.undo()),
};

/** These lead to where keys are text, so they wait for nothing. */
const AT_ONCE: ReadonlySet<string> = new Set(['/', '?']);
/** Held down, these would go on with what the user has not seen yet. */
const ONCE: ReadonlySet<string> = new Set(['t', '2', 'a', 'd', 'p', 'e', 'h']);

/**
 * Does what a key means in the review, in its turn. Answers whether it means anything, so
 * that the caller can keep it from the app. Keys typed into a field are not for this function.
 */
export function handleKey(controller: ReviewController, event: KeyboardEvent, around: KeySurroundings): boolean {
	if (event.altKey) return false;
	if (event.key === 'Escape') return controller.back();
	const meaning = findMeaning(controller, event);
	if (meaning && AT_ONCE.has(event.key)) meaning(controller, event, around);
	// What it means is asked again in its turn, since the key before it may lead to the history or back.
	else if (meaning && !(event.repeat && ONCE.has(event.key))) controller.inTurn(() => findMeaning(controller, event)?.(controller, event, around));
	return meaning !== null;
}

function findMeaning(controller: ReviewController, event: KeyboardEvent): Handler | null {
	return controller.model.state.history ? findInHistory(event) : findHandler(event);
}

function findHandler(event: KeyboardEvent): Handler | null {
	const { key } = event;
	if (event.ctrlKey || event.metaKey) return own(WITH_MOD, key.toLowerCase());
	if (event.shiftKey) return own(SHIFTED, key.toLowerCase());
	const action = ACTIONS.find((each) => each.keys.includes(key));
	return action ? (controller) => controller.decideTargets(action) : own(PLAIN, key);
}

/** In the history, keys that act on rows mean nothing. */
function findInHistory(event: KeyboardEvent): Handler | null {
	const { key } = event;
	if (event.ctrlKey || event.metaKey) return key.toLowerCase() === 'z' ? own(WITH_MOD, 'z') : null;
	if (event.shiftKey) return ['u', 'h', '?'].includes(key.toLowerCase()) ? own(SHIFTED, key.toLowerCase()) : null;
	return own(IN_HISTORY, key);
}

function own(handlers: Readonly<Record<string, Handler>>, key: string): Handler | null {
	return Object.hasOwn(handlers, key) ? (handlers[key] ?? null) : null;
}

function selectFocused(controller: ReviewController): void {
	const { focus } = controller.model.state;
	if (focus !== null) controller.select(focus);
}
