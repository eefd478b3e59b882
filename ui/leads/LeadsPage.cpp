// SPDX-License-Identifier: GPL-3.0-or-later
#include "leads/LeadsPage.h"

#include "attach/DroppedFiles.h"
#include "domain/Deed.h"
#include "domain/ShownText.h"
#include "domain/WhenFinished.h"
#include "leads/AttachOverlay.h"
#include "leads/InboxView.h"
#include "leads/LeadDelegate.h"
#include "leads/LeadHeader.h"
#include "leads/ProblemStrip.h"
#include "look/CurrentInSight.h"
#include "look/Icons.h"
#include "look/PageFocus.h"
#include "look/Spacing.h"
#include "look/Text.h"
#include "recordings/RecordingsView.h"

#include <QAction>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

namespace Holdfast {

namespace {

constexpr int narrowestList = 240;
constexpr int widestList = 320;

QLabel *centredSentence()
{
    auto *label = new QLabel;
    label->setProperty("muted", true);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

} // namespace

LeadsPage::LeadsPage(Session &session, RefreshLeads &refresh, AttachRecordings &attach, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_refresh(refresh)
    , m_model(*session.store)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::wide, Space::large, Space::wide, Space::large);
    row->setSpacing(Space::wide);
    row->addWidget(buildList(), 1);
    m_right = new QStackedWidget;
    m_choose = centredSentence();
    m_choose->setAcceptDrops(true);
    m_choose->installEventFilter(this);
    m_right->addWidget(m_choose);
    m_right->addWidget(buildLeadPage());
    row->addWidget(m_right, 3);
    m_overlay = new AttachOverlay(attach, m_right);
    giveFocusTo(this, m_list);
    connectParts();
    showRole();
    showEmptiness();
}

QWidget *LeadsPage::buildList()
{
    auto *title = new QLabel(tr("Leads"));
    title->setFont(titleFont());
    m_import = new QPushButton(tr("Import leads…"));
    m_import->setToolTip(tr("Make leads from a CSV file"));
    connect(m_import, &QPushButton::clicked, this, &LeadsPage::importRequested);
    m_filter = new QLineEdit;
    m_filter->setAccessibleName(tr("Filter the leads"));
    m_filter->addAction(icon(Icon::Search), QLineEdit::LeadingPosition);
    QAction *showAll = m_filter->addAction(icon(Icon::Cancel), QLineEdit::TrailingPosition);
    showAll->setText(tr("Show all leads (Esc)"));
    showAll->setVisible(false);
    connect(showAll, &QAction::triggered, m_filter, &QLineEdit::clear);
    connect(m_filter, &QLineEdit::textChanged, showAll,
            [showAll](const QString &words) { showAll->setVisible(!words.isEmpty()); });
    m_inboxButton = new QPushButton(icon(Icon::Attach), tr("Inbox"));
    m_inboxButton->setAccessibleName(tr("Inbox"));
    m_inboxButton->setToolTip(tr("Files of the watched folders (Ctrl+I)"));
    m_inboxButton->hide();
    connect(m_inboxButton, &QPushButton::clicked, this, &LeadsPage::openInbox);
    m_list = new QListView;
    m_delegate = new LeadDelegate(m_list);
    // Before the list hears of it: where the chosen lead goes, none is chosen in its stead.
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                const int row = m_list->currentIndex().row();
                if (row >= first && row <= last)
                    m_list->selectionModel()->clear();
            });
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(tr("Leads"));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->viewport()->setAcceptDrops(true);
    m_list->viewport()->installEventFilter(this);
    keepCurrentInSight(m_list);
    for (QWidget *place : {static_cast<QWidget *>(m_filter), static_cast<QWidget *>(m_list)})
        (new QShortcut(Qt::Key_Escape, place, m_filter, &QLineEdit::clear))->setContext(Qt::WidgetShortcut);
    m_emptyList = centredSentence();
    m_emptyList->setParent(m_list->viewport());

    auto *left = new QWidget;
    left->setMinimumWidth(narrowestList);
    left->setMaximumWidth(widestList);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::medium);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(m_import);
    column->addLayout(head);
    column->addWidget(m_inboxButton);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    return left;
}

QWidget *LeadsPage::buildLeadPage()
{
    m_leadPage = new QWidget;
    m_leadPage->setAcceptDrops(true);
    m_leadPage->installEventFilter(this);
    m_header = new LeadHeader;
    m_problem = new ProblemStrip;
    m_recordings = new RecordingsView(m_session);
    auto *column = new QVBoxLayout(m_leadPage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::medium);
    column->addWidget(m_header);
    column->addWidget(m_problem);
    column->addWidget(m_recordings, 1);
    return m_leadPage;
}

void LeadsPage::connectParts()
{
    connect(m_filter, &QLineEdit::textChanged, &m_model, &LeadsModel::setFilter);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &LeadsPage::keepLead);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &LeadsPage::keepLead);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &LeadsPage::showEmptiness);
    connect(&m_model, &LeadsModel::failed, this, &LeadsPage::problem);
    connect(m_session.store.get(), &LocalStore::leadsTouched, this, &LeadsPage::followLead);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &LeadsPage::showLead);
    connect(&m_session.store->agentNames(), &AgentNames::changed, this, [this] {
        if (m_lead)
            showHeader();
    });
    connect(m_header, &LeadHeader::attachRequested, this, &LeadsPage::attachFiles);
    connect(m_recordings, &RecordingsView::playRequested, this, &LeadsPage::playRequested);
    connect(m_recordings, &RecordingsView::saveCopyRequested, this, &LeadsPage::saveCopyRequested);
    connect(m_recordings, &RecordingsView::problem, this, &LeadsPage::problem);
    connect(m_recordings, &RecordingsView::troubledChanged, this,
            [this] { m_problem->show(m_recordings->troubled()); });
    connect(m_problem, &ProblemStrip::retryRequested, m_recordings, &RecordingsView::retry);
    connect(m_problem, &ProblemStrip::cancelRequested, this, [this](const LocalRecording &recording) {
        m_recordings->setFocus(); // the strip goes on to another one, and the same key must not drop that too
        m_recordings->cancelSending(recording);
    });
    connect(m_overlay, &AttachOverlay::problem, this, &LeadsPage::problem);
    connect(m_overlay, &AttachOverlay::attached, m_recordings, [this](QUuid uploadId) {
        LocalRecording attached;
        attached.uploadId = uploadId;
        m_recordings->choose(attached);
    });
    connect(m_overlay, &AttachOverlay::closed, this, [this] { m_recordings->setFocus(); });
}

void LeadsPage::refresh()
{
    if (!m_lead)
        return;
    whenFinished(m_refresh.recordingsOf(m_lead->id), this, [this, lead = *m_lead](const Done &done) {
        if (m_lead && m_lead->id == lead.id)
            m_recordings->setKnowledge(done || done.error().kind == FailureKind::Forbidden
                                           ? RecordingsView::Knowledge::Known
                                           : RecordingsView::Knowledge::Unknown);
        // That the server can't be reached, or the sign-in has ended, stands in the status line already.
        if (done || done.error().kind == FailureKind::Unreachable || done.error().kind == FailureKind::NotSignedIn)
            return;
        if (done.error().kind != FailureKind::Forbidden)
            Q_EMIT problem(done.error().message);
        else if (isMine(lead)) // else it is said above its recordings
            Q_EMIT problem(tr("%1 is no longer assigned to you. What waits here for it stays on this computer. If it "
                              "should be yours, ask a supervisor for it.")
                               .arg(shownOnOneLine(lead.name)));
    });
}

/// An agent's lead that is here only because something waits for it is nobody's, as far as is known here.
bool LeadsPage::isMine(const Lead &lead) const
{
    return m_session.user.role != Role::Agent || lead.agents.contains(m_session.user.id);
}

void LeadsPage::showHeader()
{
    m_header->setLead(*m_lead, m_model.agentsOf(*m_lead), isMine(*m_lead));
}

void LeadsPage::showLead(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    // A list that gets the focus makes its first lead current without choosing it.
    m_list->selectionModel()->select(index, QItemSelectionModel::ClearAndSelect);
    const Lead lead = m_model.at(index.row());
    const bool another = !m_lead || m_lead->id != lead.id;
    m_lead = lead;
    showHeader();
    m_right->setCurrentWidget(m_leadPage);
    if (!another)
        return;
    if (const Done opened = m_session.store->leadMarks().opened(m_lead->id); !opened)
        Q_EMIT problem(opened.error().message);
    m_recordings->setLead(m_lead->id);
    m_recordings->setKnowledge(RecordingsView::Knowledge::Asked);
    refresh();
}

/// The one that is shown, where the server says something else of it: whoever looks at it sees that.
void LeadsPage::followLead(const QList<LeadId> &touched)
{
    if (!m_lead || !touched.contains(m_lead->id))
        return;
    const Result<std::optional<Lead>> now = m_session.store->lead(m_lead->id);
    if (!now) {
        Q_EMIT problem(now.error().message);
        return;
    }
    if (!*now)
        return leaveLead();
    m_lead = **now;
    showHeader();
    if (const Done opened = m_session.store->leadMarks().opened(m_lead->id); !opened)
        Q_EMIT problem(opened.error().message);
}

/// It is no longer one of this person's.
void LeadsPage::leaveLead()
{
    m_lead.reset();
    m_recordings->setLead({});
    m_right->setCurrentWidget(m_choose);
    showEmptiness();
}

/// After the leads came anew or were filtered: the one that is shown stays so, and nothing else is chosen by itself.
void LeadsPage::keepLead()
{
    showEmptiness();
    if (!m_lead)
        return;
    const int row = m_model.rowOf(m_lead->id);
    if (row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

void LeadsPage::showEmptiness()
{
    m_emptyList->setVisible(m_model.rowCount() == 0);
    const bool canChoose = m_model.rowCount() > 0 || m_model.isFiltered();
    m_choose->setText(canChoose ? tr("Choose a lead on the left, or drop a recording on one.") : QString());
    m_emptyList->setText(m_model.isReading()    ? tr("Reading your leads…")
                         : m_model.isFiltered() ? tr("No lead has these words.")
                                                : tr("No leads are assigned to you yet."));
    m_emptyList->setGeometry(m_list->viewport()->rect().adjusted(Space::large, 0, -Space::large, 0));
}

void LeadsPage::attachFiles()
{
    if (!m_lead) {
        Q_EMIT problem(tr("Choose a lead first, then attach a recording to it."));
        return;
    }
    if (!isMine(*m_lead)) {
        Q_EMIT problem(tr("%1 is no longer assigned to you, so nothing can be attached to it. Ask a supervisor for it.")
                           .arg(shownOnOneLine(m_lead->name)));
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Attach recordings to %1").arg(shownOnOneLine(m_lead->name)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Recordings (%1)").arg(QStringLiteral("*.mp3 *.wav *.m4a *.aac *.ogg *.mp4 *.avi *.mov *.amr *.3gp")),
         tr("All files (%1)").arg(QStringLiteral("*"))});
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, lead = *m_lead](const QStringList &paths) { m_overlay->add(paths, lead); });
    dialog->open();
}

void LeadsPage::addInbox(FileFromInbox &file)
{
    m_inbox = new InboxView(*m_session.store, m_model, file);
    m_right->addWidget(m_inbox);
    connect(m_inbox, &InboxView::problem, this, &LeadsPage::problem);
    connect(m_inbox, &InboxView::countChanged, this, &LeadsPage::showInboxCount);
    showInboxCount();
}

void LeadsPage::setInboxShown(bool shown)
{
    m_inboxButton->setVisible(shown);
    if (!shown && m_right->currentWidget() == m_inbox)
        leaveLead();
}

void LeadsPage::setLeftOut(const QStringList &sentences)
{
    m_inbox->setLeftOut(sentences);
}

void LeadsPage::openInbox()
{
    if (m_inboxButton->isHidden())
        return;
    m_list->selectionModel()->clear();
    leaveLead();
    m_right->setCurrentWidget(m_inbox);
    m_inbox->setFocus();
}

void LeadsPage::showInboxCount()
{
    const QString text = m_inbox->count() > 0 ? tr("Inbox (%1)").arg(m_inbox->count()) : tr("Inbox");
    m_inboxButton->setText(text);
    m_inboxButton->setAccessibleName(text);
}

void LeadsPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void LeadsPage::showRole()
{
    const bool seesAll = may(m_session.user.role, Deed::SeeAnyRecording);
    m_model.setSeesAll(seesAll);
    m_filter->setPlaceholderText(seesAll ? tr("Name, number, campaign, agent") : tr("Name, number or campaign"));
    m_import->setVisible(may(m_session.user.role, Deed::ImportLeads));
}

std::optional<LocalRecording> LeadsPage::currentRecording() const
{
    return m_lead ? m_recordings->current() : std::nullopt;
}

void LeadsPage::showRecording(const LocalRecording &recording)
{
    if (m_model.rowOf(recording.leadId) < 0)
        m_filter->clear();
    const int row = m_model.rowOf(recording.leadId);
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_model.index(row));
    m_right->setCurrentWidget(m_leadPage);
    m_recordings->choose(recording);
}

void LeadsPage::playNext(int step)
{
    m_recordings->playNext(step);
}

void LeadsPage::setPlaying(const LocalRecording *recording)
{
    m_recordings->setPlaying(recording);
}

bool LeadsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        showEmptiness();
    return handleDrag(watched, event) || QWidget::eventFilter(watched, event);
}

std::optional<Lead> LeadsPage::leadUnder(QObject *watched, const QPoint &place) const
{
    if (watched == m_leadPage)
        return m_lead;
    const QModelIndex index = m_list->indexAt(place);
    return index.isValid() ? std::optional(m_model.at(index.row())) : std::nullopt;
}

bool LeadsPage::handleDrag(QObject *watched, QEvent *event)
{
    const bool onList = watched == m_list->viewport();
    if (!onList && watched != m_leadPage && watched != m_choose)
        return false;
    const auto mark = [this](const QModelIndex &index) {
        m_delegate->setDropTarget(index);
        m_list->viewport()->update();
    };
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        const QPoint place = drop->position().toPoint();
        const std::optional<Lead> lead = leadUnder(watched, place);
        const QStringList files = droppedFiles(*drop->mimeData());
        const bool dropped = event->type() == QEvent::Drop;
        mark(onList && !dropped && !files.isEmpty() ? m_list->indexAt(place) : QModelIndex());
        if (files.isEmpty()) {
            drop->ignore();
            return true;
        }
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        if (dropped) {
            window()->activateWindow(); // the next key is for the sheet, not for where the files came from
            if (lead)
                m_list->setCurrentIndex(m_model.index(m_model.rowOf(lead->id)));
            m_overlay->add(files, lead); // beside the leads: by their names
        }
        return true;
    }
    case QEvent::DragLeave:
        mark({});
        return true;
    default:
        return false;
    }
}

} // namespace Holdfast
