// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/Stage.h"

#include <QCoreApplication>
#include <QListView>

namespace Holdfast {

Stage::Stage(Appearance &appearance)
    : server([](const auto &) {
        Testing::ScriptedServer::Answer silence;
        silence.silent = true;
        return silence;
    })
{
    sample.api().setServer(server.url());
    sample.api().setToken("token");
    sample.session().server = QUrl(QStringLiteral("https://recordings.example.com"));
    page = new LeadsPage(sample.session(), refresh, attach);
    settings = new SettingsPage(appearance, sample.session());
    listening = new ListeningPanel(player, play, annotate);
    bar = &listening->bar();
    const auto title = [](const char *words) { return QCoreApplication::translate("Holdfast::SignedInView", words); };
    window.addPlace(Icon::Leads, title("Leads"), page);
    window.addPlace(Icon::Settings, title("Settings"), settings);
    window.setPlayer(listening);
}

void Stage::choose(int row)
{
    auto *list = page->findChild<QListView *>();
    list->setCurrentIndex(list->model()->index(row, 0));
}

void Stage::fortyLeads()
{
    const QStringList first{QStringLiteral("Dora"), QStringLiteral("Jonas"), QStringLiteral("Aylin"),
                            QStringLiteral("Maximiliane"), QStringLiteral("Paul")};
    const QStringList last{QStringLiteral("Weber"),   QStringLiteral("Yılmaz"),
                           QStringLiteral("Okafor"),  QStringLiteral("von Hohenstein-Bergmann"),
                           QStringLiteral("Nowak"),   QStringLiteral("Lindqvist"),
                           QStringLiteral("Ferrari"), QStringLiteral("Dubois")};
    QList<Lead> leads;
    for (int i = 0; i < 40; ++i) {
        Lead lead = sampleLead(i + 1, first[i % 5] + QLatin1Char(' ') + last[(i / 5) % 8],
                               QStringLiteral("+49 30 %1").arg(5550100 + i * 37));
        lead.campaignName = i % 3 ? QStringLiteral("Q1 Sales") : QStringLiteral("Winter renewals");
        lead.recordingCount = (i * 7) % 12;
        leads.append(lead);
    }
    require(sample.store().replaceLeads(leads));
    choose(0);
}

LeadId Stage::leadShown()
{
    const auto leads = sample.store().leads();
    return leads->first().id;
}

void Stage::require(const Done &done)
{
    if (!done)
        qFatal("%s", qPrintable(done.error().message + done.error().detail));
}

} // namespace Holdfast
