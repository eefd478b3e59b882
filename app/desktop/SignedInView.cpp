// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/SignedInView.h"

#include "domain/WhenFinished.h"
#include "leads/LeadsPage.h"
#include "player/PlayerBar.h"
#include "settings/SettingsPage.h"
#include "shell/Banner.h"
#include "shell/Shell.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace Holdfast {

SignedInView::SignedInView(std::shared_ptr<Session> session, ApiClient &api, Appearance &appearance, const Clock &clock,
                           QWidget *parent)
    : QWidget(parent)
    , m_session(std::move(session))
    , m_refresh(*m_session, api)
    , m_attach(*m_session, clock)
    , m_play(*m_session, api)
    , m_save(*m_session, api)
{
    buildPlaces(appearance);
    connectPlaces();
    addShortcuts();
    m_shell->banner().say(m_session->keyringProblem);
    m_session->sync->start();
    m_leads->refresh();
    m_leads->setFocus();
}

SignedInView::~SignedInView()
{
    m_session->sync->stop();
    delete m_shell; // its widgets hold references to the actions, which go after this
}

void SignedInView::buildPlaces(Appearance &appearance)
{
    m_shell = new Shell(*m_session->sync, this);
    m_leads = new LeadsPage(*m_session, m_refresh, m_attach);
    m_shell->addPlace(Icon::Leads, tr("Leads"), m_leads);
    auto *settings = new SettingsPage(appearance, m_session->user, m_session->server);
    m_shell->addPlace(Icon::Settings, tr("Settings"), settings);
    m_bar = new PlayerBar(m_player, m_play);
    m_shell->setPlayer(m_bar);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_shell);
    connect(settings, &SettingsPage::appearanceChosen, this, &SignedInView::appearanceChosen);
    connect(settings, &SettingsPage::signOutRequested, this, &SignedInView::signOutRequested);
}

void SignedInView::connectPlaces()
{
    connect(m_leads, &LeadsPage::playRequested, this,
            [this](const LocalRecording &recording) { m_bar->playOrPause(recording, leadNameOf(recording)); });
    connect(m_leads, &LeadsPage::saveCopyRequested, this, &SignedInView::saveCopy);
    connect(m_leads, &LeadsPage::problem, this, [this](const QString &sentence) { m_shell->banner().say(sentence); });
    connect(m_bar, &PlayerBar::playingChanged, this, [this] {
        const std::optional<LocalRecording> current = m_bar->current();
        m_leads->setPlaying(current ? &*current : nullptr);
    });
    connect(m_session->sync.get(), &SyncLoop::conditionChanged, this, [this](SyncCondition condition) {
        if (condition == SyncCondition::SignInNeeded)
            Q_EMIT signInNeeded();
        else if (condition == SyncCondition::Online)
            m_leads->refresh(); // what was asked for meanwhile found nobody there
    });
    connect(m_session->sync.get(), &SyncLoop::waitingChanged, this, [this] {
        if (m_session->sync->waiting() == 0)
            m_leads->refresh(); // the numbers beside the leads
    });
    connect(&m_save, &SaveCopy::progress, this, [this](qint64 done, qint64 total) {
        m_shell->banner().say(tr("Saving a copy: %1 %").arg(total > 0 ? done * 100 / total : 0));
    });
}

void SignedInView::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto work) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, work);
        return shortcut;
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_U), [this] { m_leads->attachFiles(); });
    add(QKeySequence::Find, [this] { m_leads->focusFilter(); });
    add(QKeySequence::Refresh, [this] { m_leads->refresh(); });
    add(QKeySequence(Qt::Key_BracketLeft), [this] { m_bar->changeSpeed(-1); });
    add(QKeySequence(Qt::Key_BracketRight), [this] { m_bar->changeSpeed(1); });
    QShortcut *space = add(QKeySequence(Qt::Key_Space), [this] { playSelected(); });
    // A button that has the focus is pressed with the same key.
    connect(qApp, &QApplication::focusChanged, space,
            [space](QWidget *, QWidget *now) { space->setEnabled(qobject_cast<QAbstractButton *>(now) == nullptr); });
}

void SignedInView::playSelected()
{
    const std::optional<LocalRecording> selected = m_leads->currentRecording();
    if (m_shell->place() == m_leads && selected)
        m_bar->playOrPause(*selected, leadNameOf(*selected));
    else
        m_bar->playOrPause();
}

QString SignedInView::leadNameOf(const LocalRecording &recording) const
{
    if (recording.remote)
        return recording.remote->leadName;
    const Result<QList<Lead>> leads = m_session->store->leads();
    if (leads)
        for (const Lead &lead : *leads)
            if (lead.id == recording.leadId)
                return lead.name;
    return {};
}

void SignedInView::saveCopy(const LocalRecording &recording)
{
    auto *dialog =
        new QFileDialog(this, tr("Save a copy"), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(recording.name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, recording](const QString &path) {
        whenFinished(m_save.save(recording, path), this, [this, path](const Done &saved) {
            m_shell->banner().say(saved ? tr("The copy was saved: %1").arg(path) : saved.error().message);
        });
    });
    dialog->open();
}

} // namespace Holdfast
