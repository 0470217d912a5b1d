import { debounce, Notice, Platform, Plugin } from 'obsidian';
import { words } from './words/words';
import { printDay } from './core/day-words';
import { IndexStore, type Snapshot } from './core/index-store';
import { guessOwner } from './core/owner-guess';
import { joinConventions, type Settings } from './core/settings';
import { changeMarks } from './core/stored-marks';
import type { TasksPluginSettings } from './core/tasks-plugin';
import type { UserMemory } from './core/user-memory';
import { makeCommands } from './features/commands';
import { copyText } from './features/copy-text';
import { editorNames, nameMarks } from './features/editor/name-marks';
import { passageMark } from './features/editor/passage-mark';
import { findNoted } from './features/name-ref';
import { proposalLines } from './features/editor/proposal-lines';
import { LineDecider } from './features/line-decider';
import { addLineActions, addNoteActions } from './features/notes/note-menus';
import { proposeCommand } from './features/notes/propose-command';
import { readingProposals } from './features/notes/reading-proposals';
import { showOutcome } from './features/outcome-notice';
import { linkNamesCommands } from './features/people/link-names';
import { newPeople } from './features/people/new-people';
import { MentionSuggest } from './features/people/mention-suggest';
import { personCommand } from './features/people/person-command';
import { PersonHover } from './features/people/person-hover';
import { unknownPeopleCommand } from './features/people/unknown-people';
import { propertyNames } from './features/people/property-names';
import { readingNames } from './features/people/reading-names';
import { embeddedReview } from './features/review/embedded-review';
import { openReview, openReviewInTab, REVIEW_VIEW_TYPE, ReviewView } from './features/review/review-view';
import { RatifySettingTab } from './features/settings-tab';
import { SourceOpener } from './features/source-opener';
import { EscapeBack } from './features/sources/escape-back';
import { evidenceCommands } from './features/sources/evidence-commands';
import { addLinkSources, linkSourcesCommands, offerLinks } from './features/sources/link-sources';
import { followPassage, readingPassage } from './features/sources/reading-passage';
import { openSources, SOURCES_VIEW_TYPE, SourcesView } from './features/sources/sources-view';
import { showStatusBar } from './features/status-bar';
import { tidyCommands } from './features/tidy/tidy-commands';
import { ActionRunner } from './obsidian/action-runner';
import { followDeletions } from './obsidian/deleted-tasks';
import { DossierKeeper } from './obsidian/dossier-keeper';
import { DuplicateKeeper } from './obsidian/duplicate-keeper';
import { EvidenceKeeper } from './obsidian/evidence-keeper';
import { IndexedDbStore } from './obsidian/indexed-db-store';
import { MarkedPassage } from './obsidian/marked-passage';
import { openNote } from './obsidian/open-note';
import { followPersonLinks } from './obsidian/person-links';
import { SettingsStore } from './obsidian/settings-store';
import { SourceFollower } from './obsidian/source-follower';
import { SurroundingsKeeper } from './obsidian/surroundings-keeper';
import { readTasksPlugin } from './obsidian/tasks-plugin-reader';
import { VaultFeed } from './obsidian/vault-feed';
import { VaultWriter } from './obsidian/vault-writer';

/** How long the settings by which notes are read must have stood still before the vault is read again. */
const RESCAN_MS = 600;
/** How long the user rests on a row before its note is read: longer than it takes a key that is held down to come again. */
const REST_MS = 50;
/** How often it is looked whether a new day has begun: clocks stand still while a machine sleeps. */
const DAY_LOOK_MS = 60_000;
/** How long the vault must have been quiet before links to moved sources are followed: the app's own updates, and those of other devices, come first. */
const QUIET_MS = 5000;

/** Makes the parts, joins them and registers them; does nothing else. */
export default class RatifyPlugin extends Plugin {
	readonly #store = new IndexStore((error) => console.error('Ratify: a view failed to update.', error));
	readonly #journalStore = new IndexedDbStore(this.app);
	readonly #runner = new ActionRunner({
		store: this.#store,
		writer: new VaultWriter(this.app),
		journalStore: this.#journalStore,
		now: () => Date.now(),
		prepare: () => this.#followTasksPlugin(),
		changeMarks: (change) => this.#remember({ marks: changeMarks(this.#settings.memory.marks, change) }),
		reportError: (error) => console.error('Ratify: a decision failed.', error),
		reportProblem: (message) => new Notice(message, 0),
	});
	readonly #settings = new SettingsStore(this.app, this);
	readonly #feed = new VaultFeed(this.app, this.#store, (path, error) => console.error(`Ratify: ${path} could not be read.`, error));
	readonly #duplicates = new DuplicateKeeper({ store: this.#store, now: () => performance.now(), defer });
	readonly #newPeople = newPeople({ app: this.app, store: this.#store, runner: this.#runner });
	readonly #dossiers = new DossierKeeper({ store: this.#store, now: () => performance.now(), defer });
	readonly #evidence = new EvidenceKeeper({ app: this.app, store: this.#store, now: () => performance.now(), defer });
	readonly #surroundings = new SurroundingsKeeper({ app: this.app, rest: (work) => after(REST_MS, work) });
	readonly #marked = new MarkedPassage();
	readonly #sources = new SourceOpener({ app: this.app, evidence: this.#evidence, marked: this.#marked });
	readonly #follower = new SourceFollower({
		app: this.app,
		store: this.#store,
		edit: async (edits) => showOutcome(await this.#runner.edit(words.outcomes.linksFollowed, edits), this.#runner),
		isAsking: () => activeDocument.querySelector('.modal-container') !== null,
		whenQuiet: (work) => after(QUIET_MS, work),
	});
	readonly #reviewOnly = (filter: string): void => void openReview(this.app, 'rows', filter);
	readonly #lines = new LineDecider({ app: this.app, store: this.#store, runner: this.#runner, now: () => Date.now(), review: this.#reviewOnly });
	readonly #people = new PersonHover({
		app: this.app,
		store: this.#store,
		dossiers: this.#dossiers,
		finders: [editorNames(this.#store), findNoted, propertyNames(this.app, this.#store)],
		now: () => Date.now(),
		on: {
			open: (path, pane) => void openNote(this.app, path, pane),
			review: ({ name }) => void openReview(this.app, 'rows', `person:"${name}"`),
			copy: (text) => void copyText(text),
			create: (name) => void this.#newPeople.create(name, true),
			sameAs: (name, person) => this.#newPeople.sameAs(name, person, this.app.workspace.getActiveFile()?.path ?? ''),
		},
	});
	/** Settings are typed letter by letter, and reading all notes takes time. */
	readonly #rescan = debounce(() => this.#feed.rescan(), RESCAN_MS, true);
	#tasks: TasksPluginSettings | null = null;
	#isUnloaded = false;

	override async onload(): Promise<void> {
		await this.#loadSettings();
		this.#registerReview();
		this.#registerNotes();
		this.#registerPeople();
		this.#registerSources();
		for (const command of makeCommands({ app: this.app, store: this.#store, lines: this.#lines, openReview: (page) => openReview(this.app, page), openReviewInTab: () => openReviewInTab(this.app) })) {
			this.addCommand(command);
		}
		this.addSettingTab(new RatifySettingTab(this.app, this, { current: () => this.#settings.settings, change: (change) => this.#changeSettings(change), guessOwner: () => guessOwner(this.#store.snapshot) }));
		this.addChild(this.#feed);
		this.app.workspace.onLayoutReady(() => void this.#start());
	}

	override onunload(): void {
		this.#isUnloaded = true;
		void this.#journalStore.close();
	}

	override onUserEnable(): void {
		void openReview(this.app);
	}

	override async onExternalSettingsChange(): Promise<void> {
		await this.#loadSettings();
	}

	#registerReview(): void {
		const parts = {
			store: this.#store,
			runner: this.#runner,
			changeSettings: (change: Partial<Settings>) => this.#changeSettings(change),
			neighboursOf: (key: string) => this.#duplicates.neighboursOf(key),
			evidence: this.#evidence,
			surroundings: this.#surroundings,
			sources: this.#sources,
			showPerson: this.#people.show,
		};
		this.register(() => this.#surroundings.stop());
		this.registerView(REVIEW_VIEW_TYPE, (leaf) => new ReviewView(leaf, parts));
		this.registerMarkdownCodeBlockProcessor('ratify', embeddedReview({ app: this.app, ...parts, openReview: this.#reviewOnly }));
		this.addRibbonIcon('list-checks', words.review.ribbon, () => void openReview(this.app));
		if (!Platform.isMobile) this.register(showStatusBar(this.addStatusBarItem(), this.#store, () => openReview(this.app)));
	}

	#registerNotes(): void {
		const { app } = this;
		const parts = { app, store: this.#store, lines: this.#lines, review: this.#reviewOnly };
		this.registerEditorExtension(proposalLines(parts));
		this.registerMarkdownPostProcessor(readingProposals(parts));
		this.addCommand(proposeCommand(this.#store));
		for (const command of tidyCommands({ app, store: this.#store, runner: this.#runner })) this.addCommand(command);
		this.registerEvent(app.workspace.on('editor-menu', (menu) => addLineActions(parts, menu)));
		this.registerEvent(app.workspace.on('file-menu', (menu, file) => addNoteActions(parts, menu, file)));
	}

	#registerPeople(): void {
		const { app } = this;
		this.addChild(this.#people);
		this.registerEditorExtension(nameMarks(this.#store));
		this.registerMarkdownPostProcessor(readingNames(this.#store));
		this.registerEditorSuggest(new MentionSuggest(app, this.#store));
		this.register(followPersonLinks(app, this.#store));
		this.addCommand(personCommand({ app, store: this.#store, show: this.#people.show }));
		this.addCommand(unknownPeopleCommand({ app, store: this.#store, newPeople: this.#newPeople, open: (path, pane) => void openNote(app, path, pane) }));
		for (const command of linkNamesCommands({ app, store: this.#store, runner: this.#runner })) this.addCommand(command);
	}

	#registerSources(): void {
		const { app } = this;
		const marked = this.#marked;
		this.registerEditorExtension(passageMark(marked));
		this.registerMarkdownPostProcessor(readingPassage(marked));
		this.register(followPassage(app, marked));
		this.addChild(new EscapeBack(app, marked));
		for (const command of evidenceCommands({ app, store: this.#store, evidence: this.#evidence, sources: this.#sources })) this.addCommand(command);
		const linking = { app, store: this.#store, runner: this.#runner };
		const listing = { store: this.#store, runner: this.#runner, openReview: (filter: string) => void openReview(app, 'rows', filter), linkSources: (paths: readonly string[]) => offerLinks(linking, paths) };
		this.registerView(SOURCES_VIEW_TYPE, (leaf) => new SourcesView(leaf, listing));
		this.addCommand({ id: 'open-sources', name: words.commands.openSources, callback: () => void openSources(app) });
		for (const command of linkSourcesCommands(linking)) this.addCommand(command);
		this.registerEvent(app.workspace.on('file-menu', (menu, file) => addLinkSources(linking, menu, [file])));
		this.registerEvent(app.workspace.on('files-menu', (menu, files) => addLinkSources(linking, menu, files)));
	}

	async #start(): Promise<void> {
		this.#followDay();
		this.registerInterval(window.setInterval(() => this.#followDay(), DAY_LOOK_MS));
		await this.#followTasksPlugin();
		if (this.#isUnloaded) return;
		this.#feed.start();
		this.register(this.#dossiers.start());
		this.register(this.#duplicates.start());
		this.register(this.#evidence.start());
		this.register(this.#follower.start());
		this.register(followDeletions({ runner: this.#runner, store: this.#store, now: () => Date.now(), remember: (change) => void this.#remember(change) }));
		this.registerEvent(this.app.vault.on('rename', (file, oldPath) => this.#runner.renameNote(oldPath, file.path)));
		this.registerDomEvent(window, 'focus', () => void this.#followTasksPlugin());
		for (const outcome of await this.#runner.start()) showOutcome(outcome, this.#runner);
	}

	/** What was hidden until today is shown. */
	#followDay(): void {
		this.#store.update({ today: printDay(new Date()) });
	}

	/** The Tasks plugin tells nobody when its settings change, so they are read before each decision, and when the user comes back to the window. */
	async #followTasksPlugin(): Promise<void> {
		const tasks = await readTasksPlugin(this.app);
		if (JSON.stringify(tasks) === JSON.stringify(this.#tasks)) return;
		this.#tasks = tasks;
		this.#publish();
	}

	async #loadSettings(): Promise<void> {
		const problem = await this.#settings.load();
		if (problem) new Notice(problem.message, 0);
		this.#publish();
	}

	async #changeSettings(change: Partial<Settings>): Promise<void> {
		await this.#settings.save(change);
		this.#publish();
	}

	async #remember(change: Partial<UserMemory>): Promise<void> {
		const saved = this.#settings.saveMemory(change);
		this.#store.update({ memory: this.#settings.memory });
		await saved;
	}

	/** Hands the store the settings, and has the notes read anew where their rules have changed. */
	#publish(): void {
		const before = this.#store.snapshot;
		const { settings, memory } = this.#settings;
		const conventions = joinConventions(settings, this.#tasks);
		this.#store.update({ settings, memory, conventions });
		if (JSON.stringify(rulesOf(before)) !== JSON.stringify(rulesOf(this.#store.snapshot))) this.#rescan();
	}
}

/** All by which notes are read. */
function rulesOf({ conventions: { statuses }, settings: { peopleFolders, personType, nameFields, sourceProperty } }: Snapshot): unknown {
	return { statuses, peopleFolders, personType, nameFields, sourceProperty };
}

/** Does something once the app has had its turn; the function that it answers calls that off. */
function defer(work: () => void): () => void {
	const timer = window.setTimeout(work);
	return () => window.clearTimeout(timer);
}

/** Does something after so many milliseconds; the function that it answers calls that off. */
function after(delay: number, work: () => void): () => void {
	const timer = window.setTimeout(work, delay);
	return () => window.clearTimeout(timer);
}
