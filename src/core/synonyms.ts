import { stem } from './stem';

/**
 * Words of offices that stand for each other in tasks. They never make two tasks one; they
 * only keep a pair from being set apart by a word that says the same.
 */
const SETS = words(`
	send/share/forward/email/mail/submit/deliver/distribute/circulate/provide/transmit/supply/give/pass/return/hand/dispatch
	schedule/arrange/organize/organise/set/book/plan/coordinate/fix/agree
	review/check/examine/evaluate/assess/analyze/analyse/study/inspect/look/go/read/verify/validate/audit
	create/draft/write/prepare/build/develop/make/produce/generate/compile/document/compose/design/put/work/assemble/formulate
	get/obtain/collect/gather/retrieve/request/ask/fetch/acquire/seek/procure/secure/source
	ask/inquire/enquire/clarify/find/determine/establish/confirm/verify/identify/check/see/learn
	follow/chase/remind/nudge/ping/check/contact/reach/reply/respond/get/touch
	contact/call/phone/email/reach/write/message/speak/talk/approach/connect
	tell/inform/notify/update/brief/let/advise/report/communicate/announce
	discuss/talk/speak/review/address/cover/meet/align/debate/explore
	meet/join/attend/participate/take
	investigate/explore/research/look/find/analyze/study/identify/examine/assess
	finish/complete/finalize/finalise/conclude/close/wrap
	fix/resolve/repair/solve/correct/mend/troubleshoot/address/debug
	start/begin/launch/initiate/kick/commence
	decide/choose/select/pick/determine
	change/update/adjust/revise/modify/amend/edit/correct/adapt/rework
	improve/enhance/optimize/optimise/refine/strengthen
	buy/purchase/order/procure/acquire
	help/support/assist/aid
	walk/go/step/talk/present/guide
	book/reserve
	prolong/extend/renew
	cover/substitute/stand-in/replacement
	audit/check
	circulate/share
	cancel/call/revoke/terminate
	answer/reply/respond
	read/proofread
	hire/recruit/employ
	notice/inform/notify
	learn/study
	return/give/hand/send
	perform/conduct/carry/run/do/execute/hold
	bring/take/deliver
	print/publish
	host/hold/run/organize/organise
	enable/allow/permit/activate/switch/turn
	disable/deactivate/switch/turn/block
	close/shut
	install/deploy/set/mount
	show/display
	use/apply/utilize/utilise
	keep/retain/maintain/hold
	split/divide/separate
	merge/combine/consolidate/join
	near/close
	risk/likely
	show/present/demonstrate/demo/walk
	explain/describe/outline/clarify/detail
	implement/introduce/roll/deploy/establish/put/set
	add/include/insert/incorporate/put/integrate
	remove/delete/drop/strike/erase/take
	move/migrate/transfer/shift/relocate
	list/enumerate/inventory/compile/collect
	summarize/summarise/condense/recap/write
	monitor/track/watch/observe/follow
	ensure/guarantee/verify/make/confirm
	register/enroll/enrol/sign/apply
	propose/suggest/recommend/offer
	test/try/trial/pilot/validate
	define/specify/determine/establish/set/agree/formulate
	continue/keep/proceed/maintain
	meeting/call/session/discussion/conversation/appointment/talk/sync/workshop/chat/conference/meet
	document/file/paper/doc/documentation/write-up
	list/overview/inventory/table/summary
	presentation/deck/slides/slide
	summary/recap/overview/notes/minutes/abstract
	email/mail/message/note
	information/details/info/data/material
	issue/problem/concern/trouble/error/bug
	question/query/enquiry/inquiry
	cost/price/pricing/expense/fee
	quote/quotation/offer/estimate/pricing
	customer/client/account
	vendor/supplier/provider
	employee/staff/colleague/worker/personnel
	date/time/slot/day/timing
	timeline/schedule/timetable/plan/roadmap
	deadline/due/date
	plan/proposal/strategy/approach/concept
	goal/objective/target/aim
	requirement/need/specification/criteria/criterion
	agreement/contract
	feedback/comment/input/remark/response/reply/answer/opinion
	option/alternative/possibility/choice
	update/status/progress/report
	person/people/contact/candidate
	company/firm/organization/organisation
	project/initiative/program/programme/effort
	area/field/topic/subject/theme
	recommendation/suggestion/proposal/advice
	capability/feature/function/functionality
	next/upcoming/following/coming
	current/present/existing/latest
	necessary/required/needed
	possible/potential/feasible
	big/large/major
	important/critical/key/crucial
	usage/use/utilization/utilisation/utilize/using
	photo/picture/image
	car/vehicle
	team/group/crew/staff
	phase/stage
	holiday/vacation/leave
	invitation/invite
	approval/sign-off/permission/consent/approve
	training/course/instruction
	monday/mondays
	tuesday/tuesdays
	wednesday/wednesdays
	thursday/thursdays
	friday/fridays
	saturday/saturdays
	sunday/sundays`);

/** Say how, not what: that they differ tells nothing. */
const SOFT = new Set(words(`
	new updated revised final latest current existing next upcoming detailed relevant specific possible potential necessary
	required additional brief short full complete comprehensive concise formal initial proper clear quick soon immediately today
	tomorrow tonight week information info detail item matter thing way regard accordingly also together directly internally
	take run have come bring more less near close regular proper own
	again further various several different overall respective available appropriate remaining outstanding pending open
	make sure ensure order part end able recent good best high-level kind sort bit number many amount`).map(stem));

const SETS_OF: ReadonlyMap<string, ReadonlySet<number>> = groupByStem();

/** Name pieces of a thing. */
const PIECES = new Set(words('section chapter paragraph clause appendix annex portion excerpt extract').map(stem));

/** Whether a stem names a piece of a thing. */
export function isPiece(key: string): boolean {
	return PIECES.has(key);
}

/** Whether two stems may stand for each other. */
export function areSynonyms(one: string, other: string): boolean {
	const [mine, theirs] = [SETS_OF.get(one), SETS_OF.get(other)];
	if (!mine || !theirs) return false;
	for (const set of mine) if (theirs.has(set)) return true;
	return false;
}

/** The stems that may stand for one. */
export function synonymsOf(key: string): ReadonlySet<string> {
	const known = others.get(key) ?? new Set([...(SETS_OF.get(key) ?? [])].flatMap((at) => (SETS[at] ?? '').split('/').map(stem)).filter((each) => each !== key));
	if (SETS_OF.has(key)) others.set(key, known);
	return known;
}

const others = new Map<string, ReadonlySet<string>>();

/** Whether a stem is one of the common words of offices, so that it is no other word misspelled. */
export function isCommon(key: string): boolean {
	return SETS_OF.has(key) || SOFT.has(key);
}

/** Whether a stem says so little that it makes no other task. */
export function isSoft(key: string): boolean {
	return SOFT.has(key);
}

function groupByStem(): ReadonlyMap<string, ReadonlySet<number>> {
	const sets = new Map<string, Set<number>>();
	for (const [at, set] of SETS.entries()) {
		for (const word of set.split('/')) sets.set(stem(word), (sets.get(stem(word)) ?? new Set()).add(at));
	}
	return sets;
}

function words(list: string): readonly string[] {
	return list.trim().split(/\s+/u);
}
