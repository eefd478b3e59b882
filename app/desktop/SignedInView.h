// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Annotate.h"
#include "actions/AttachRecordings.h"
#include "actions/FileFromInbox.h"
#include "actions/FillInbox.h"
#include "actions/ImportLeads.h"
#include "actions/PlayRecording.h"
#include "actions/RefreshLeads.h"
#include "actions/SaveCopy.h"
#include "domain/Clock.h"
#include "look/Appearance.h"
#include "playback/Player.h"
#include "shell/KeySheet.h"
#include "shell/SheetBanner.h"
#include "sync/ChangePull.h"
#include "sync/RemarksPush.h"

#include <QWidget>

#include <functional>
#include <memory>

QT_FORWARD_DECLARE_CLASS(QShortcut)

namespace Holdfast {

class LeadsPage;
class ListeningPanel;
class OversightPlaces;
class PlayerBar;
class SettingsPage;
class Shell;

/// Everything that one person sees while signed in: makes the actions and the places and ties them together.
class SignedInView : public QWidget
{
    Q_OBJECT
public:
    SignedInView(std::shared_ptr<Session> session, ApiClient &api, Appearance &appearance, const Clock &clock,
                 QWidget *parent = nullptr);
    ~SignedInView() override;

    void say(const QString &sentence); ///< above the places
    void showSettings();
    bool isAtWork() const; ///< something would be lost if this went now
    void goOn();           ///< the same person has signed in again

Q_SIGNALS:
    void appearanceChosen(Holdfast::AppearanceChoice choice);
    void languageChosen(const Holdfast::ShownLanguage &language);
    void passwordChangeRequested();
    void signOutRequested();
    void signInRequested(); ///< again: the sign-in has ended, and the person wants to see to it

private:
    void buildPlaces(Appearance &appearance);
    void connectPlaces();
    void watchFolders();
    void showCondition(SyncCondition condition);
    void signInAgain();
    void showRoom();
    int withoutRoom() const;
    void setMe(const User &me);
    void showUnsent();
    void leadToWritten(); ///< what does not go before a person does something about it, one after the other
    void addKeys();
    void addListeningKeys();
    QShortcut *addKey(const QString &group, const QList<QKeySequence> &keys, const QString &words,
                      const std::function<void()> &work);
    void showKeys();
    void playSelected();
    void playNext(int step); ///< of the place that is shown
    std::optional<LocalRecording> selected() const;
    LocalRecording localOf(const Recording &recording) const;
    void importLeads();
    void saveCopy(const LocalRecording &recording);
    void saveCopies(const QList<Recording> &recordings);
    QString leadNameOf(const LocalRecording &recording) const;

    std::shared_ptr<Session> m_session;
    ApiClient &m_api;
    Clock m_clock;
    RefreshLeads m_refresh;
    AttachRecordings m_attach;
    FileFromInbox m_fileFromInbox;
    FillInbox m_fillInbox;
    PlayRecording m_play;
    SaveCopy m_save;
    ImportLeads m_import;
    Annotate m_annotate;
    RemarksPush m_remarksPush;
    ChangePull m_pull;
    Player m_player;
    SheetBanner m_sheetBanner{*this};
    Shell *m_shell = nullptr;
    LeadsPage *m_leads = nullptr;
    SettingsPage *m_settings = nullptr;
    OversightPlaces *m_oversight = nullptr;
    ListeningPanel *m_listening = nullptr;
    PlayerBar *m_bar = nullptr; ///< of the panel
    QList<KeyHelp> m_keys;
    DraftOf m_ledTo;
    int m_copies = 0; ///< being saved
};

} // namespace Holdfast
