import { heldOutPeople } from './held-out-pairs';
import type { MinimalKind, MinimalPair } from './labelled-pairs';
import { tuningPeople } from './tuning-pairs';

const minimalPeople: readonly string[] = [
	'Adele Corbin', 'Bruno Keller', 'Carmen Duarte', 'Elias Wolff', 'Hannah Voss', 'Idris Bello', 'Julia Stern', 'Kofi Mensah',
	'Lena Fischer', 'Miguel Torres', 'Noor Rahman', 'Pilar Gómez', 'Renata Silva', 'Sven Lindberg', 'Tara Quinn', 'Umut Kaya',
];

/** Everybody whom the pairs name, those of all three files. */
export const knownPeople: readonly string[] = [...tuningPeople, ...heldOutPeople, ...minimalPeople];

/**
 * Proposals, with slots such as `{verb:Send|Check}`. Whatever stands in a slot, the sentence is natural,
 * and another one of the slot's values makes another task of it. Without slots of their own they are
 * imperatives, so that `Do not` before one of them negates it.
 */
export const baseSentences: readonly string[] = [
	// Verbs, and whom or what they concern.
	'{verb:Draft|Review|Sign|Renew} the maintenance contract with {vendor:Arkenfield|Bitharbor|Clearvane|Drumlin} for the backup generators. @Myself 📅 2026-02-03 ⏫',
	'{verb:Schedule|Attend|Cancel|Moderate} the design review with {person:Adele Corbin|Bruno Keller|Carmen Duarte|Elias Wolff} about the new loading dock. @Hannah Voss',
	'{verb:Send|Check|Translate|Archive} the inspection report on boiler {id:B-12|B-21|B-112|C-12} that the insurer asked for. @Idris Bello 📅 2026-02-11',
	'{verb:Request|Approve|Pay|Dispute} the invoice over {number:1,250|1,520|12,500|2,150} euros from the flooring company. @Julia Stern 🔼',
	'{verb:Write|Present|Publish|Proofread} the market study on reusable packaging for the meeting on {date:January 6|January 13|February 6|March 16}. @Kofi Mensah',
	'{verb:Order|Return|Test|Unpack} the {number:12|20|21|120} barcode scanners for the Wrocław warehouse. @Lena Fischer 📅 2026-03-02',
	'{verb:Visit|Invite|Interview|Photograph} {person:Miguel Torres|Noor Rahman|Pilar Gómez|Renata Silva} for the feature on mountain dairies. @Myself ⏫',
	'{verb:Install|Configure|Uninstall|Evaluate} the inventory module of {vendor:Everpeak|Fjordline|Ironmoor|Kitewell} on the test server. @Sven Lindberg',
	'{verb:Record|Edit|Upload|Transcribe} the podcast episode with {person:Tara Quinn|Umut Kaya|Adele Corbin|Kofi Mensah} about urban farming. @Bruno Keller 📅 2026-02-19',
	'{verb:Collect|Evaluate|Shred|Scan} the questionnaires from the {date:May 4|May 14|June 4|July 14} patient day. @Carmen Duarte',
	'{verb:Propose|Confirm|Decline|Move} the {time:9:00|9:30|11:00|15:30} slot for the notary appointment. @Myself 📅 2026-02-16',
	'{verb:Read|Summarize|Forward|Delete} the complaint {id:#4471|#4417|#4741|#1447} of the tenant on the fourth floor. @Elias Wolff ⏫',
	'{verb:Prepare|Print|Rehearse|Update} the presentation on wage brackets for the works council. {owner:@Hannah Voss|@Idris Bello|@Julia Stern|@TBD} 📅 2026-04-01',
	'{verb:Rent|Buy|Repair|Sell} the {number:2|3|4|5}-ton excavator for the allotment site. @Miguel Torres',
	// What everybody has to do for themselves.
	'Submit your own timesheet for {date:January|February|March|April} to payroll. {owner:@Adele Corbin|@Bruno Keller|@Carmen Duarte|@Elias Wolff} 📅 2026-05-04',
	'Complete your fire safety training in {vendor:Juniperly|Kitewell|Clearvane|Drumlin} at {time:8:30|10:30|13:30|18:30}. {owner:@Hannah Voss|@Idris Bello|@Myself|@Lena Fischer} ⏫',
	'Bring your passport and two photos to the visa appointment on {date:2 March|3 March|12 March|2 May}. {owner:@Miguel Torres|@Noor Rahman|@Pilar Gómez|@Renata Silva}',
	'Return your old phone and key card {id:K-0093|K-0039|K-0930|L-0093} at the reception. {owner:@Sven Lindberg|@Tara Quinn|@Umut Kaya|@Myself} 📅 2026-02-27',
	'Write your part of the annual report, {number:2|3|5|8} pages, and hand it to {person:Julia Stern|Kofi Mensah|Lena Fischer|Noor Rahman}. {owner:@Adele Corbin|@Idris Bello|@Pilar Gómez|@Umut Kaya}',
	'Pick a mentor and tell {person:Carmen Duarte|Renata Silva|Sven Lindberg|Tara Quinn} whom you have chosen. {owner:@Bruno Keller|@Elias Wolff|@Julia Stern|@Miguel Torres}',
	'Get your flu shot at the site doctor between {time:8:00|10:00|12:00|14:00} and closing time. {owner:@Kofi Mensah|@Hannah Voss|@Lena Fischer|@Tara Quinn} 🔽',
	'Confirm your bank details for the {number:350|530|3,500|355} euro bonus. {owner:@Noor Rahman|@Carmen Duarte|@Sven Lindberg|@Adele Corbin} 📅 2026-03-20',
	'Sign your addendum to the employment contract on the {date:June 1|June 10|July 1|August 11} change of working hours. {owner:@Umut Kaya|@Bruno Keller|@Pilar Gómez|@Myself} ⏫',
	'Enter your three goals for the year in {vendor:Fjordline|Everpeak|Juniperly|Bitharbor} before the talk with your manager. {owner:@Renata Silva|@Elias Wolff|@Kofi Mensah|@Idris Bello}',
	'Upload a photo of your vaccination card to portal {id:HR-7|HR-17|HR-71|IT-7}. {owner:@Tara Quinn|@Miguel Torres|@Julia Stern|@Hannah Voss}',
	'Choose a menu for the gala dinner and reply to {person:Pilar Gómez|Umut Kaya|Elias Wolff|Bruno Keller} with your choice. {owner:@Lena Fischer|@Noor Rahman|@Sven Lindberg|@Carmen Duarte} 📅 2026-06-08',
	// Opposites, among something else that varies.
	'{antonym:Enable|Disable} two-factor login for the {vendor:Drumlin|Ironmoor|Kitewell|Arkenfield} customer portal. @Sven Lindberg ⏫',
	'{antonym:Accept|Decline} the offer of {number:48,000|84,000|48,500|480,000} euros for the vacant lot behind the mill. @Myself 📅 2026-03-11',
	'{antonym:Open|Close} the sluice gate of canal section {id:S-14|S-41|S-44|T-14} at {time:6:00|7:00|16:00|17:00}. @Idris Bello',
	'{antonym:Increase|Reduce} the weekly order of oat milk to {number:40|60|80|140} litres for the staff kitchen. @Julia Stern',
	'{antonym:Add|Remove} {person:Renata Silva|Tara Quinn|Noor Rahman|Umut Kaya} as an approver of the expense workflow. @Myself',
	'{antonym:Start|Stop} the night shift on line {id:L3|L8|L13|M3} from {date:April 7|April 17|May 7|June 17}. @Kofi Mensah ⏫',
	'{antonym:Raise|Lower} the greenhouse temperature by {number:1.5|2.5|5|15} degrees for the tomato trial. @Pilar Gómez',
	'{antonym:Buy|Sell} the {number:300|330|3,000|3,300} shares in the wind park cooperative. @Elias Wolff 📅 2026-02-24',
	'{antonym:Lock|Unlock} the sample cabinet before {person:Hannah Voss|Bruno Keller|Lena Fischer|Miguel Torres} comes for the inventory. @Carmen Duarte',
	'{antonym:Subscribe to|Unsubscribe from} the tender alerts of {vendor:Clearvane|Everpeak|Bitharbor|Juniperly} for school buildings. @Adele Corbin',
	'{antonym:Publish|Withdraw} job advert {id:2026-031|2026-013|2026-301|2025-031} for a crane operator. @Hannah Voss',
	'{antonym:Extend|Shorten} the opening hours of the repair café to {time:18:00|18:30|19:00|20:00}. @Noor Rahman',
	'{antonym:Hire|Dismiss} the translation agency for the exhibition on {date:9 September|19 September|9 October|19 November}. @Renata Silva',
	'{antonym:Load|Unload} the truck with the {vendor:Ironmoor|Arkenfield|Fjordline|Kitewell} pallets at {time:5:30|6:30|15:30|17:30}. @Umut Kaya',
	'{antonym:Grant|Revoke} write access to repository {id:billing-v2|billing-v3|booking-v2|billing-ui} for the trainees. @Sven Lindberg',
	'{antonym:Shut down|Power up} the annealing oven on {date:3 August|13 August|30 August|3 September} for the works holiday. @Bruno Keller',
	'{antonym:Merge|Split} the mailing lists of the {vendor:Bitharbor|Drumlin|Clearvane|Juniperly} alumni by country. @Lena Fischer',
	'{antonym:Confirm|Cancel} the table for {number:6|8|16|18} people at the riverside restaurant. @Tara Quinn 📅 2026-05-13',
	'{antonym:Praise|Criticize} the concept of {person:Idris Bello|Julia Stern|Adele Corbin|Kofi Mensah} for the bicycle garage in the steering group. @Myself',
	'{antonym:Include|Omit} annex {id:A.4|A.14|B.4|D.4} in the bid for the bridge inspection. @Miguel Torres ⏫',
	'{antonym:Freeze|Thaw} the {number:25|52|125|250} cell samples of the spring series. @Pilar Gómez',
	'{antonym:Lengthen|Shorten} the meeting of the jury that begins at {time:13:00|13:30|14:00|17:00}. @Carmen Duarte',
	'{antonym:Block|Release} the payment to {vendor:Kitewell|Ironmoor|Everpeak|Clearvane} for the roof panels. @Elias Wolff 📅 2026-03-06 ⏫',
	'{antonym:Arm|Disarm} the alarm of hall {id:H2|H5|H12|K2} after the cleaners have left. @Idris Bello',
	'{antonym:Invite|Disinvite} {person:Sven Lindberg|Carmen Duarte|Miguel Torres|Pilar Gómez} to the hearing on the village bypass. @Myself',
	'{antonym:Support|Oppose} the motion for a {number:30|50|70|80} km/h limit in the residents\' meeting. @Noor Rahman',
	// The rest of what can vary.
	'Book the train to Innsbruck that leaves at {time:6:12|7:12|12:06|16:12} for {person:Lena Fischer|Elias Wolff|Hannah Voss|Renata Silva}. @Myself 📅 2026-02-20',
	'Send {vendor:Arkenfield|Everpeak|Glasshouse IT|Ironmoor} the floor plan {negation:with|without} the dimensions of the clean room. @Kofi Mensah',
	'Arrange an interpreter for the call with the Osaka plant on {date:March 5|March 15|April 5|May 25} at {time:7:00|8:00|9:00|19:00}. @Adele Corbin ⏫',
	'Move ticket {id:OPS-1882|OPS-1828|OPS-8182|DEV-1882} to the backlog and tell {person:Umut Kaya|Sven Lindberg|Tara Quinn|Bruno Keller} why. @Julia Stern',
	'Transfer the {number:7,400|4,700|74,000|7,040} euro grant for the youth orchestra to {vendor:Fjordline|Glasshouse IT|Drumlin|Juniperly}. @Carmen Duarte 📅 2026-03-27',
	'Tell the caterer that the guests of the jubilee {negation:can|cannot} stay in the vestibule after {time:21:00|21:30|22:00|23:00}. @Pilar Gómez',
	'Upgrade the print server to release {id:8.1.2|8.2.1|8.12|9.1.2}, {negation:including|excluding} the label printers. @Sven Lindberg 📅 2026-04-20',
	'Inform {person:Noor Rahman|Kofi Mensah|Adele Corbin|Idris Bello} that the board {negation:has|has not} approved the apprentices\' workshop. @Myself ⏫',
	'Plan the harvest festival for {date:September 12|September 21|October 12|October 2}, {negation:with|without} a beer tent. @Miguel Torres',
	'Ask {vendor:Clearvane|Kitewell|Bitharbor|Glasshouse IT} for replacement filters of type {id:F-330|F-303|F-33|G-330}. @Bruno Keller 🔽',
	'Wake the night porter at {time:4:30|4:45|5:30|14:30} so that the film crew can get in. @Umut Kaya',
	'Remind {person:Julia Stern|Hannah Voss|Pilar Gómez|Miguel Torres} of the {date:November 3|November 13|November 30|December 3} deadline for the doctoral grant. @Myself 🔼',
	'Switch the museum audio guide to {vendor:Juniperly|Fjordline|Arkenfield|Drumlin} {negation:before|not before} the summer season. @Tara Quinn',
	'Say in the circular that dogs {negation:are|are not} allowed on the coach at {time:9:15|9:45|10:15|19:15}. @Renata Silva',
	'Announce to the choir that the rehearsal on {date:7 February|17 February|27 February|7 March} {negation:takes place|does not take place}. @Lena Fischer',
	'Ship sample {id:QX-58|QX-85|QX-585|QY-58} of the varnish {negation:with|without} the hardener to the laboratory in Basel. @Elias Wolff',
	'{verb:Sketch|Build|Paint|Dismantle} the stage set for the {date:May 9|May 19|May 29|June 9} premiere of the school opera. @Tara Quinn',
	'{verb:Count|Clean|Insure|Wrap} the {number:14|40|41|114} porcelain figures for the move to the depot. @Hannah Voss 📅 2026-04-15',
	'Meet {person:Kofi Mensah|Umut Kaya|Lena Fischer|Idris Bello} at {time:7:45|8:45|17:45|19:15} at the cable car station. @Myself',
	'Reschedule the root canal appointment from {date:April 2|April 12|April 22|May 2} to {time:11:15|11:45|12:15|16:15} the following day. @Myself 🔼',
	'Ask {vendor:Glasshouse IT|Ironmoor|Juniperly|Everpeak} to credit the {number:90|96|900|960} euros for the dented filing cabinet. @Adele Corbin',
	'Attach drawing {id:D-2050|D-2055|D-2505|E-2050} to the application for the terrace roof, {negation:signed|unsigned}. @Elias Wolff',
];

/** Every slot's values are swapped with one another while all else stays; contexts are the values that stand in the other slots. */
const CONTEXTS: Readonly<Record<MinimalKind, number>> = { verb: 1, number: 1, date: 1, time: 1, person: 1, owner: 1, vendor: 1, id: 1, negation: 1, antonym: 3 };
const NEGATIONS = ['Do not', 'Don’t', 'No need to'] as const;
const SLOT = /\{([a-z]+):([^{}]*)\}/g;

/** Pairs of proposals that differ in one thing only, and are different tasks for that. */
export function minimalPairs(): MinimalPair[] {
	return baseSentences.flatMap((sentence, at) => [...swaps(sentence), negated(sentence, at)]);
}

function swaps(sentence: string): MinimalPair[] {
	return [...sentence.matchAll(SLOT)].flatMap((slot) => {
		const kind = slot[1] as MinimalKind;
		return Array.from({ length: CONTEXTS[kind] }, (_, context) => {
			const lines = (slot[2] ?? '').split('|').map((value) => line(fill(sentence.replace(slot[0], value), context)));
			return lines.flatMap((one, index) => lines.slice(index + 1).map((other) => ({ kind, one, other })));
		}).flat();
	});
}

function negated(sentence: string, at: number): MinimalPair {
	const text = fill(sentence, 0);
	return { kind: 'negation', one: line(text), other: line(`${NEGATIONS[at % NEGATIONS.length] ?? NEGATIONS[0]} ${text.charAt(0).toLowerCase()}${text.slice(1)}`) };
}

/** The sentence with one value for each slot; the others follow where the context is another. */
function fill(sentence: string, context: number): string {
	return sentence.replace(SLOT, (_, _kind, values: string) => {
		const all = values.split('|');
		return all[context % all.length] ?? '';
	});
}

function line(text: string): string {
	return `- [?] ${text} #task #proposed #auto`;
}
