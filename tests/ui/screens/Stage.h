// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/FileFromInbox.h"
#include "leads/LeadsPage.h"
#include "player/ListeningPanel.h"
#include "settings/SettingsPage.h"
#include "shell/Banner.h"
#include "shell/Shell.h"
#include "support/ScriptedServer.h"
#include "ui/SampleSession.h"

namespace Holdfast {

/// The window of somebody who is signed in, with data of its own, to be put into a state and drawn.
class Stage
{
public:
    explicit Stage(Appearance &appearance);

    void choose(int row);
    void fortyLeads();
    LeadId leadShown();
    static void require(const Done &done);

    Testing::ScriptedServer server; ///< never answers; goes away on demand
    SampleSession sample;
    RefreshLeads refresh{sample.session(), sample.api()};
    AttachRecordings attach{sample.session(), QDateTime::currentDateTimeUtc};
    FileFromInbox fileFromInbox{sample.session(), attach, QDateTime::currentDateTimeUtc};
    PlayRecording play{sample.session(), sample.api()};
    Annotate annotate{sample.session(), sample.api(), QDateTime::currentDateTimeUtc};
    Player player;
    Shell window{sample.sync()};
    LeadsPage *page = nullptr; ///< of the window
    SettingsPage *settings = nullptr;
    ListeningPanel *listening = nullptr; ///< of the window
    PlayerBar *bar = nullptr;            ///< of that panel
};

} // namespace Holdfast
