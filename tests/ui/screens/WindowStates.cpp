// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/WindowStates.h"

#include "settings/SourceDialog.h"
#include "ui/screens/LeadStates.h"

#include <QLabel>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

namespace Holdfast::WindowStates {

void offline(Stage &stage)
{
    LeadStates::sending(stage);
    stage.server.goAway();
    stage.sample.api().me();
    if (!QTest::qWaitFor([&] { return stage.sample.sync().condition() == SyncCondition::Offline; }))
        qFatal("the server seems to be there");
}

void noKeyring(Stage &stage)
{
    LeadStates::kept(stage);
    stage.window.banner().stand(
        QStringLiteral("keyring"),
        QStringLiteral(
            "This computer's keyring can't be used, so your sign-in and the recordings kept here last until Holdfast "
            "is "
            "closed. Keep original files until they are stored. (This desktop has no keyring that Holdfast can use.)"));
}

void messages(Stage &stage)
{
    noKeyring(stage);
    stage.window.banner().say(QStringLiteral("There is no room on the disk for this recording. Make room, and attach "
                                             "it again."));
}

void notFetched(Stage &stage)
{
    LeadStates::kept(stage);
    stage.server.goAway();
    stage.bar->playOrPause(stage.sample.store().recordingsOf(stage.leadShown())->at(0), QStringLiteral("Aylin Dubois"));
    const auto saysWhy = [&] {
        const QList<QLabel *> labels = stage.bar->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [](const QLabel *label) { return label->property("bad").toBool() && label->isVisible(); });
    };
    if (!QTest::qWaitFor(saysWhy, 20'000))
        qFatal("the player does not say why");
}

void settings(Stage &stage)
{
    stage.window.showPlace(stage.settings);
}

void watchFolder(Stage &stage)
{
    stage.fortyLeads();
    settings(stage);
    stage.sample.makeWav(QStringLiteral("2026-11-19_1010_+49305550137.wav"), 1);
    RecordingSources sources;
    RecordingSource desk;
    desk.name = QStringLiteral("Softphone");
    desk.folder = stage.sample.folder();
    Stage::require(sources.put({}, desk));
    auto *dialog =
        new SourceDialog(stage.sample.store(), stage.sample.session().filing, sources, desk.name, &stage.window);
    dialog->setWindowFlags(Qt::Widget); // so that it is in the picture
    dialog->setAutoFillBackground(true);
    dialog->move(150, 20);
    dialog->show();
    const auto *names = dialog->findChild<QTableWidget *>();
    if (!QTest::qWaitFor([&] { return names->isVisible(); }))
        qFatal("the names did not come");
}

} // namespace Holdfast::WindowStates
