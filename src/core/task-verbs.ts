/** What a task asks for, by its verb; `other` is any verb that says nothing sure. */
export type VerbClass = 'schedule' | 'attend' | 'review' | 'make' | 'send' | 'decide' | 'request' | 'permit' | 'other';

const CLASSES: Readonly<Record<Exclude<VerbClass, 'permit' | 'other'>, string>> = {
	schedule: 'schedule reschedule arrange book organize organise',
	attend: 'attend join participate visit',
	review: 'review read check examine evaluate assess analyze analyse study audit inspect proofread',
	make: 'create draft write prepare build develop make produce design compile generate document',
	send: 'send share forward email submit deliver distribute circulate mail upload transmit',
	decide: 'decide choose select determine',
	request: 'request ask obtain collect get gather retrieve',
};

/** What a request asks for where it asks whether something may be done. */
export const PERMISSION: ReadonlySet<string> = new Set(words('approval approve permission sign-off signoff consent clearance authorisation authorization authorise authorize go-ahead blessing'));

/** Verbs that tasks begin with. Those that are also names (Mark, Grant, Chase, Bill) are left out. */
export const TASK_VERBS: ReadonlySet<string> = new Set(words(`
	add address adjust advise align analyze announce answer approve arrange ask assemble assess assign attend book brainstorm
	brief bring build buy calculate call cancel capture check clarify clean close collaborate collect communicate compare
	compile complete conduct configure confirm connect consider consolidate contact continue convert coordinate copy create
	decide define deliver demo deploy describe design determine develop discuss distribute document download draft drive
	email enable engage ensure escalate establish estimate evaluate examine execute expand explain explore extend fetch file
	fill finalize find finish fix follow forward gather generate get give go handle help hold host identify implement improve
	include inform initiate inquire install introduce investigate invite join keep launch lead learn leave let list look
	make manage meet merge message migrate monitor move notify obtain offer open order organize outline own participate
	pay perform plan post prepare present prioritize process produce propose provide publish push put reach read
	reconcile record refine register remind remove rename reply report request research reschedule resolve respond
	restart retrieve return revert review revise rewrite run save schedule search secure select send set setup share ship
	show sign socialize sort speak specify start stop submit suggest summarize support switch sync take talk tell test
	text think track train transfer translate try turn update upload use validate verify visit wait work write`));

/** Further ones, which after a name may be something else. */
const OTHER_VERBS = words('agree apply change decline finalise pick receive recommend reject summarise');

const CLASS_OF: ReadonlyMap<string, VerbClass> = new Map([
	...[...TASK_VERBS, ...OTHER_VERBS].map((verb): [string, VerbClass] => [verb, 'other']),
	...Object.entries(CLASSES).flatMap(([name, list]) => words(list).map((verb): [string, VerbClass] => [verb, name as VerbClass])),
]);

/** Verbs of these classes ask for two things even where all else is the same. Preparing and sending are often one. */
const APART: ReadonlySet<string> = new Set([
	'attend schedule', 'review schedule', 'make schedule', 'attend make', 'attend send', 'attend review',
	'review send', 'make review', 'decide make', 'request send', 'make request', 'request review',
]);

/** Pairs of stems of which one is the contrary of the other. */
const OPPOSITES: ReadonlyMap<string, ReadonlySet<string>> = bothWays(words(`
	accept/reject accept/declin approv/reject approv/declin enabl/disabl open/close start/stop add/remov instal/uninstal
	increas/reduc increas/decreas rais/lower extend/shorten includ/exclud bui/sell hire/fire lock/unlock archiv/restor
	activ/deactiv activ/disabl book/cancel schedul/cancel upgrad/downgrad import/export upload/download grant/revok
	join/leav publish/unpublish mute/unmut subscrib/unsubscrib keep/remov keep/cancel encrypt/decrypt lend/borrow
	intern/extern increas/lower rais/reduc rais/cut increas/cut begin/end start/end first/last first/second earli/late befor/after
	old/new minimum/maximum min/max upper/lower left/right north/south east/west inbound/outbound incom/outgo public/privat
	monthli/weekli monthli/quarterli monthli/annual weekli/daili quarterli/annual monthli/yearli daili/monthli weekli/annual
	morn/afternoon morn/even credit/debit plan/unplan attach/detach connect/disconnect insert/remov renew/expir
	renew/cancel renew/termin extend/termin extend/cut expand/shrink expand/reduc sign/cancel confirm/cancel confirm/deni
	accept/refus approv/refus approv/deni grant/deni allow/forbid allow/block permit/block block/unblock hide/show freez/unfreez
	mount/unmount load/unload pack/unpack wrap/unwrap lock/open push/pull win/lose rise/fall hot/cold warm/cool
	deploy/rollback promot/demot assign/unassign pause/resum suspend/resum stop/resum stop/continu halt/resum`));

/** What a verb asks for, by its base form in lower case; null where the word is no verb that begins tasks. */
export function verbClass(verb: string): VerbClass | null {
	return CLASS_OF.get(verb) ?? null;
}

/** Whether tasks with verbs of these classes are two even where all else is the same. To be allowed to do something is not to do it. */
export function areApart(one: VerbClass, other: VerbClass): boolean {
	return one !== other && (one === 'permit' || other === 'permit' || APART.has([one, other].sort().join(' ')));
}

/** Whether of two stems one is the contrary of the other. */
export function areOpposite(one: string, other: string): boolean {
	return OPPOSITES.get(one)?.has(other) === true;
}

function bothWays(pairs: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
	const found = new Map<string, Set<string>>();
	for (const pair of pairs) {
		const [one = '', other = ''] = pair.split('/');
		found.set(one, (found.get(one) ?? new Set()).add(other));
		found.set(other, (found.get(other) ?? new Set()).add(one));
	}
	return found;
}

function words(list: string): readonly string[] {
	return list.trim().split(/\s+/u);
}
