// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/SignedInView.h"

#include "attach/AttachSheet.h"
#include "desktop/OversightPlaces.h"
#include "domain/WhenFinished.h"
#include "leadimport/LeadImportSheet.h"
#include "leads/LeadsPage.h"
#include "look/Text.h"
#include "player/ListeningPanel.h"
#include "review/CopiesSheet.h"
#include "review/ReviewPage.h"
#include "settings/SettingsPage.h"
#include "shell/Banner.h"
#include "shell/Shell.h"
#include "shell/StatusLine.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QRandomGenerator>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace Holdfast {

namespace {

const QString aboutCopy = QStringLiteral("copy"); ///< one sentence of the banner follows it
const QString aboutKeyring = QStringLiteral("keyring");
const QString aboutRoom = QStringLiteral("room");
const QString aboutSignIn = QStringLiteral("sign-in");

} // namespace

SignedInView::SignedInView(std::shared_ptr<Session> session, ApiClient &api, Appearance &appearance, const Clock &clock,
                           QWidget *parent)
    : QWidget(parent)
    , m_session(std::move(session))
    , m_api(api)
    , m_clock(clock)
    , m_refresh(*m_session, api)
    , m_attach(*m_session, clock)
    , m_fileFromInbox(*m_session, m_attach, clock)
    , m_fillInbox(*m_session, clock)
    , m_play(*m_session, api)
    , m_save(*m_session, api)
    , m_import(api)
    , m_annotate(*m_session, api, clock)
    , m_remarksPush(api, *m_session->store)
    , m_pull(api, *m_session->store, m_session->cache, m_session->user,
             [] { return QRandomGenerator::global()->generateDouble(); })
{
    buildPlaces(appearance);
    connectPlaces();
    addKeys();
    addListeningKeys();
    m_shell->banner().stand(aboutKeyring, m_session->keyringProblem);
    m_shell->banner().stand(QStringLiteral("store"), m_session->storeProblem);
    m_shell->statusLine().setSealedAway(m_session->isEarlierAway);
    m_shell->statusLine().setHasKeyring(m_session->tokenKept);
    showRoom();
    m_session->sync->start();
    m_remarksPush.start();
    m_pull.start();
    watchFolders();
    m_leads->setFocus();
}

SignedInView::~SignedInView()
{
    m_listening->finishWriting();
    m_pull.stop();
    m_remarksPush.stop();
    m_session->sync->stop();
    delete m_shell; // its widgets hold references to the actions, which go after this
}

void SignedInView::buildPlaces(Appearance &appearance)
{
    m_shell = new Shell(*m_session->sync, this);
    m_leads = new LeadsPage(*m_session, m_refresh, m_attach);
    m_leads->addInbox(m_fileFromInbox);
    m_shell->addPlace(Icon::Leads, tr("Leads"), m_leads);
    m_oversight = new OversightPlaces(m_api, *m_shell, *m_session->store, m_clock, m_shell);
    m_settings = new SettingsPage(appearance, *m_session);
    m_shell->addPlace(Icon::Settings, tr("Settings"), m_settings);
    m_oversight->review().setKeptFilters(m_session->filters);
    m_oversight->setUser(m_session->user);
    m_oversight->offerTo(m_session->user.role);
    m_listening = new ListeningPanel(m_player, m_play, m_annotate);
    m_bar = &m_listening->bar();
    m_shell->setPlayer(m_listening);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_shell);
    connect(m_settings, &SettingsPage::appearanceChosen, this, &SignedInView::appearanceChosen);
    connect(m_settings, &SettingsPage::passwordChangeRequested, this, &SignedInView::passwordChangeRequested);
    connect(m_settings, &SettingsPage::signOutRequested, this, &SignedInView::signOutRequested);
    connect(m_settings, &SettingsPage::problem, this,
            [this](const QString &sentence) { m_shell->banner().say(sentence); });
    connect(m_settings, &SettingsPage::languageChosen, this, [this](const ShownLanguage &language) {
        m_session->language = language;
        if (const Done kept = language.save(); !kept)
            m_shell->banner().say(kept.error().message);
        Q_EMIT languageChosen(language);
    });
    connect(m_settings, &SettingsPage::filingChanged, this, [this](const FilingRules &rules) {
        m_session->filing = rules;
        if (const Done kept = rules.save(); !kept)
            m_shell->banner().say(kept.error().message);
    });
    connect(m_settings, &SettingsPage::sourcesChanged, this, [this](const RecordingSources &sources) {
        m_session->sources = sources;
        watchFolders();
        if (const Done kept = sources.save(); !kept)
            m_shell->banner().say(kept.error().message);
    });
}

void SignedInView::say(const QString &sentence)
{
    m_shell->banner().say(sentence);
}

void SignedInView::showSettings()
{
    m_shell->showPlace(m_settings);
}

bool SignedInView::isAtWork() const
{
    const QList<QDialog *> sheets = findChildren<QDialog *>();
    const bool isSheetOpen = std::ranges::any_of(sheets, [](const QDialog *sheet) { return sheet->isVisible(); });
    return isSheetOpen || findChild<AttachSheet *>() || m_copies > 0 || m_player.state() == PlaybackState::Playing ||
           m_session->sync->condition() == SyncCondition::SignInNeeded;
}

void SignedInView::watchFolders()
{
    const QList<RecordingSource> &sources = m_session->sources.all();
    m_leads->setInboxShown(!sources.isEmpty());
    m_fillInbox.setSources(sources);
}

void SignedInView::connectPlaces()
{
    connect(m_leads, &LeadsPage::playRequested, this,
            [this](const LocalRecording &recording) { m_bar->playOrPause(recording, leadNameOf(recording)); });
    connect(&m_oversight->review(), &ReviewPage::playRequested, this,
            [this](const Recording &recording) { m_bar->playOrPause(localOf(recording), recording.leadName); });
    connect(&m_oversight->review(), &ReviewPage::copiesRequested, this, &SignedInView::saveCopies);
    connect(m_leads, &LeadsPage::saveCopyRequested, this, &SignedInView::saveCopy);
    connect(m_leads, &LeadsPage::importRequested, this, &SignedInView::importLeads);
    connect(m_leads, &LeadsPage::problem, this, [this](const QString &sentence) { m_shell->banner().say(sentence); });
    const auto say = [this](const QString &sentence) { m_shell->banner().say(sentence); };
    connect(m_listening, &ListeningPanel::problem, this, say);
    connect(&m_remarksPush, &RemarksPush::problem, this, say);
    connect(m_session->sync.get(), &SyncLoop::problem, this, say);
    connect(&m_pull, &ChangePull::problem, this, say);
    connect(&m_pull, &ChangePull::told, this, say);
    connect(m_session->upkeep.get(), &CacheUpkeep::problem, this, say);
    connect(&m_fillInbox, &FillInbox::problem, this, say);
    connect(&m_fillInbox, &FillInbox::told, this, say);
    connect(&m_fillInbox, &FillInbox::looked, this, [this] { m_leads->setLeftOut(m_fillInbox.leftOut()); });
    connect(&m_pull, &ChangePull::meChanged, this, &SignedInView::setMe);
    connect(&m_pull, &ChangePull::brought, m_oversight, &OversightPlaces::follow);
    connect(&m_pull, &ChangePull::allReadAnew, m_oversight, &OversightPlaces::followAll);
    connect(&m_annotate, &Annotate::annotationsChanged, this, &SignedInView::showUnsent);
    connect(&m_annotate, &Annotate::writtenChanged, this, &SignedInView::showUnsent);
    connect(&m_shell->statusLine(), &StatusLine::needingPersonAsked, this, &SignedInView::leadToWritten);
    showUnsent();
    connect(m_bar, &PlayerBar::playingChanged, this, [this] {
        const std::optional<LocalRecording> current = m_bar->current();
        m_leads->setPlaying(current ? &*current : nullptr);
        m_oversight->review().setPlaying(current && current->remote ? current->remote->id : RecordingId());
    });
    connect(m_session->sync.get(), &SyncLoop::conditionChanged, this, &SignedInView::showCondition);
    connect(m_session->sync.get(), &SyncLoop::serverFullChanged, this, &SignedInView::showRoom);
    connect(m_session->sync.get(), &SyncLoop::delayed, this, &SignedInView::showRoom);
    connect(m_session->sync.get(), &SyncLoop::waitingChanged, this, &SignedInView::showRoom);
    connect(&m_shell->banner(), &Banner::taken, this, [this](const QString &about) {
        if (about == aboutSignIn)
            signInAgain();
    });
    connect(&m_sheetBanner, &SheetBanner::taken, this, &SignedInView::signInAgain);
    connect(&m_save, &SaveCopy::progress, this, [this](qint64 done, qint64 total) {
        m_shell->banner().stand(aboutCopy, tr("Saving a copy: %1 %").arg(total > 0 ? done * 100 / total : 0));
    });
}

void SignedInView::setMe(const User &me)
{
    const bool isOtherRole = std::exchange(m_session->user, me).role != me.role;
    m_leads->showRole();
    m_oversight->setUser(me);
    m_oversight->offerTo(me.role);
    if (isOtherRole)
        m_oversight->tellOfRole(me.role);
}

/// A sign-in that ends takes nothing away from under somebody's hands: what is begun stays, and the next key goes where
/// the last one went.
void SignedInView::showCondition(SyncCondition condition)
{
    const bool isSignInNeeded = condition == SyncCondition::SignInNeeded;
    const QString deed = tr("Sign &in again…");
    m_shell->banner().offer(aboutSignIn,
                            isSignInNeeded ? tr("Your sign-in has ended. You can go on: what you write and attach is "
                                                "kept on this computer, and sent once you have signed in again.")
                                           : QString(),
                            deed);
    m_sheetBanner.offer(
        isSignInNeeded ? tr("Your sign-in has ended. Sign in again, and you come back to this as you have written it.")
                       : QString(),
        deed);
    if (condition == SyncCondition::Online)
        m_leads->refresh(); // what was asked for meanwhile found nobody there
}

void SignedInView::signInAgain()
{
    m_player.pause();
    Q_EMIT signInRequested();
}

void SignedInView::showRoom()
{
    const int refused = m_session->sync->isServerFull() ? withoutRoom() : 0;
    const QString sentence =
        m_session->tokenKept
            ? tr("The server has no room for %n recording(s) that wait. What waits is kept on this computer and tried "
                 "again by itself until there is room. Tell your administrator.",
                 nullptr, refused)
            : tr("The server has no room for %n recording(s) that wait. What waits is tried again by itself while "
                 "Holdfast is open; this computer has no keyring, so keep the original files until they are stored. "
                 "Tell your administrator.",
                 nullptr, refused);
    m_shell->banner().stand(aboutRoom, refused > 0 ? sentence : QString());
}

/// How many the server had no room for.
int SignedInView::withoutRoom() const
{
    const Result<QList<LocalRecording>> waiting = m_session->store->outbox();
    if (!waiting) {
        m_shell->banner().say(waiting.error().message);
        return 0;
    }
    return static_cast<int>(std::ranges::count_if(*waiting, [this](const LocalRecording &recording) {
        const auto delay = m_session->sync->delayOf(recording.uploadId);
        return delay && delay->side == SyncLoop::Side::Server && delay->kind == FailureKind::StorageFull;
    }));
}

void SignedInView::goOn()
{
    m_shell->banner().stand(aboutKeyring, m_session->keyringProblem);
    setMe(m_session->user);
    m_oversight->refresh();
}

void SignedInView::showUnsent()
{
    const Result<qint64> unsent = m_annotate.unsent();
    if (unsent)
        m_shell->statusLine().setUnsentRemarks(static_cast<int>(*unsent));
    else
        m_shell->banner().say(unsent.error().message);
    const Result<QList<DraftOf>> needing = m_annotate.needingPerson();
    if (needing)
        m_shell->statusLine().setNeedingPerson(static_cast<int>(needing->size()));
    else
        m_shell->banner().say(needing.error().message);
}

void SignedInView::leadToWritten()
{
    const Result<QList<DraftOf>> needing = m_annotate.needingPerson();
    if (!needing) {
        m_shell->banner().say(needing.error().message);
        return;
    }
    if (needing->isEmpty())
        return;
    const qsizetype next = (needing->indexOf(m_ledTo) + 1) % needing->size();
    m_ledTo = needing->at(next);
    const auto recording = m_annotate.recordingWith(m_ledTo.recording);
    if (!recording || !*recording) {
        m_shell->banner().say(recording ? tr("The recording on which this was written is no longer here.")
                                        : recording.error().message);
        return;
    }
    m_shell->showPlace(m_leads);
    m_leads->showRecording(**recording);
    m_listening->openWritten(**recording, leadNameOf(**recording), m_ledTo.field);
}

QShortcut *SignedInView::addKey(const QString &group, const QList<QKeySequence> &keys, const QString &words,
                                const std::function<void()> &work)
{
    auto *shortcut = new QShortcut(this);
    shortcut->setKeys(keys);
    connect(shortcut, &QShortcut::activated, this, work);
    if (!m_keys.isEmpty() && m_keys.constLast().group == group && m_keys.constLast().words == words)
        m_keys.last().keys += keys;
    else
        m_keys.append({group, keys, words});
    return shortcut;
}

void SignedInView::addKeys()
{
    const QString group = tr("Everywhere");
    addKey(group, {QKeySequence(Qt::CTRL | Qt::Key_U)}, tr("Attach recordings"), [this] { m_leads->attachFiles(); });
    addKey(group, {QKeySequence(Qt::CTRL | Qt::Key_I)}, tr("Open the inbox"), [this] { m_leads->openInbox(); });
    addKey(group, {QKeySequence(QKeySequence::Find)}, tr("Find a lead or a recording"), [this] {
        if (!m_oversight->focusFilter())
            m_leads->focusFilter();
    });
    addKey(group, {QKeySequence(QKeySequence::Refresh)}, tr("Refresh"), [this] {
        m_pull.readAnew();
        m_leads->refresh();
        m_oversight->refresh();
    });
    addKey(group, {QKeySequence(QStringLiteral("?")), QKeySequence(Qt::Key_F1)}, tr("Show these keys"),
           [this] { showKeys(); });
    const QString writing = tr("Writing");
    addKey(writing, {Qt::Key_M}, tr("Annotate here, or the selected stretch"),
           [this] { m_listening->writeAnnotation(); });
    addKey(writing, {QKeySequence(Qt::SHIFT | Qt::Key_M)}, tr("Write the notes"),
           [this] { m_listening->writeNotes(); });
    const auto about = [&](Qt::Key key, CallSide side) {
        addKey(writing, {QKeySequence(Qt::ALT | key)},
               tr("About the agent or the left, the customer or the right, both"),
               [this, side] { m_listening->setAnnotationSide(side); });
    };
    about(Qt::Key_1, CallSide::Agent);
    about(Qt::Key_2, CallSide::Customer);
    about(Qt::Key_0, CallSide::Both);
    m_keys.append({writing, {Qt::Key_Return}, tr("Keep it; in the list: edit")});
    m_keys.append({writing, {Qt::Key_Delete}, tr("In the list: delete one's own")});
    const QString inbox = tr("In the inbox");
    m_keys.append({inbox, {Qt::Key_Return}, tr("File to the lead that is suggested")});
    m_keys.append({inbox, {}, tr("Look for another lead"), tr("A letter or a digit")});
    m_keys.append({inbox, {Qt::Key_Delete}, tr("Dismiss; the file stays where it is")});
    m_keys.append({inbox, {QKeySequence(QKeySequence::Undo)}, tr("Bring back what was dismissed")});
}

void SignedInView::addListeningKeys()
{
    using std::chrono::seconds;
    const QString group = tr("Listening");
    const auto seek = [this](QKeySequence key, const QString &words, seconds step) {
        return addKey(tr("Listening"), {key}, words, [this, step] { m_bar->seekBy(step); });
    };
    QShortcut *space = addKey(group, {Qt::Key_Space}, tr("Play or pause"), [this] { playSelected(); });
    // A button that has the focus is pressed with the same key.
    connect(qApp, &QApplication::focusChanged, space,
            [space](QWidget *, QWidget *now) { space->setEnabled(qobject_cast<QAbstractButton *>(now) == nullptr); });
    addKey(group, {Qt::Key_K}, tr("Pause or go on"), [this] { m_bar->playOrPause(); });
    seek(Qt::Key_J, tr("10 seconds back, forward"), seconds(-10));
    seek(Qt::Key_L, tr("10 seconds back, forward"), seconds(10));
    seek(Qt::Key_Left, tr("5 seconds back, forward"), seconds(-5));
    seek(Qt::Key_Right, tr("5 seconds back, forward"), seconds(5));
    seek(Qt::SHIFT | Qt::Key_Left, tr("1 second back, forward"), seconds(-1));
    seek(Qt::SHIFT | Qt::Key_Right, tr("1 second back, forward"), seconds(1));
    addKey(group, {Qt::Key_BracketLeft}, tr("Slower, faster"), [this] { m_bar->changeSpeed(-1); });
    addKey(group, {Qt::Key_BracketRight}, tr("Slower, faster"), [this] { m_bar->changeSpeed(1); });
    addKey(group, {Qt::Key_1}, tr("Only the agent or the left, the customer or the right, both"),
           [this] { m_bar->setSolo(CallSide::Agent); });
    addKey(group, {Qt::Key_2}, tr("Only the agent or the left, the customer or the right, both"),
           [this] { m_bar->setSolo(CallSide::Customer); });
    addKey(group, {Qt::Key_0}, tr("Only the agent or the left, the customer or the right, both"),
           [this] { m_bar->setSolo(CallSide::Both); });
    addKey(group, {Qt::Key_S}, tr("Skip pauses"), [this] { m_bar->toggleSkipSilence(); });
    addKey(group, {Qt::Key_A}, tr("Loop: begins here, ends here"), [this] { m_bar->setLoopStart(); });
    addKey(group, {Qt::Key_B}, tr("Loop: begins here, ends here"), [this] { m_bar->setLoopEnd(); });
    addKey(group, {Qt::Key_Plus}, tr("Zoom in, out"), [this] { m_bar->zoom(0.5); });
    addKey(group, {Qt::Key_Minus}, tr("Zoom in, out"), [this] { m_bar->zoom(2); });
    addKey(group, {Qt::Key_N}, tr("Next, previous recording"), [this] { playNext(1); });
    addKey(group, {Qt::Key_P}, tr("Next, previous recording"), [this] { playNext(-1); });
}

void SignedInView::showKeys()
{
    auto *sheet = new KeySheet(m_keys, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void SignedInView::playSelected()
{
    if (const std::optional<LocalRecording> recording = selected())
        m_bar->playOrPause(*recording, leadNameOf(*recording));
    else
        m_bar->playOrPause();
}

void SignedInView::playNext(int step)
{
    if (m_shell->place() == &m_oversight->review())
        m_oversight->review().playNext(step);
    else
        m_leads->playNext(step);
}

/// In the place that is shown.
std::optional<LocalRecording> SignedInView::selected() const
{
    if (m_shell->place() == m_leads)
        return m_leads->currentRecording();
    const Recording *reviewed = m_shell->place() == &m_oversight->review() ? m_oversight->review().current() : nullptr;
    return reviewed ? std::optional(localOf(*reviewed)) : std::nullopt;
}

/// As it is on this computer, where it is here too: what was written on it here goes by that.
LocalRecording SignedInView::localOf(const Recording &recording) const
{
    const Result<std::optional<LocalRecording>> here = m_session->store->findStored(recording.id);
    if (!here)
        m_shell->banner().say(here.error().message);
    return here && *here ? **here : keptByServer(recording);
}

QString SignedInView::leadNameOf(const LocalRecording &recording) const
{
    if (recording.remote)
        return recording.remote->leadName;
    const Result<std::optional<Lead>> lead = m_session->store->lead(recording.leadId);
    return lead && *lead ? (*lead)->name : QString();
}

void SignedInView::importLeads()
{
    auto *sheet = new LeadImportSheet(m_import, m_shell); // goes before the action, as all that refers to one
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void SignedInView::saveCopies(const QList<Recording> &recordings)
{
    QList<LocalRecording> here;
    for (const Recording &recording : recordings)
        here.append(localOf(recording));
    ReviewPage &review = m_oversight->review();
    auto *sheet = new CopiesSheet(here, *m_session, m_api, &review); // goes before the session, as the page does
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::finished, &review, [&review] { review.setFocus(); });
    sheet->open();
}

void SignedInView::saveCopy(const LocalRecording &recording)
{
    auto *dialog =
        new QFileDialog(this, tr("Save a copy"), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(recording.name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, recording](const QString &path) {
        ++m_copies;
        whenFinished(m_save.save(recording, path), this, [this, path](const Done &saved) {
            --m_copies;
            m_shell->banner().stand(aboutCopy,
                                    saved ? tr("The copy was saved: %1").arg(ltr(path)) : saved.error().message);
        });
    });
    dialog->open();
}

} // namespace Holdfast
