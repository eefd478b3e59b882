// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/WindowStates.h"

#include "ui/screens/LeadStates.h"

#include <QLabel>
#include <QTest>
#include <QToolButton>

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
    stage.window.banner().say(QStringLiteral(
        "This computer's keyring can't be used, so your sign-in and the recordings kept here last until Holdfast is "
        "closed. Keep original files until they are stored. (This desktop has no keyring that Holdfast can use.)"));
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
    for (QToolButton *button : stage.window.findChildren<QToolButton *>())
        if (button->text() == QStringLiteral("Settings"))
            button->click();
}

} // namespace Holdfast::WindowStates
