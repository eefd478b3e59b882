// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/OversightPlaces.h"

#include "audit/AuditPage.h"
#include "domain/Deed.h"
#include "holds/HoldsPage.h"
#include "local/LocalStore.h"
#include "packs/PackSheet.h"
#include "people/PeoplePage.h"
#include "people/RoleWords.h"
#include "retention/RetentionPage.h"
#include "review/RecordingWords.h"
#include "review/ReviewPage.h"
#include "server/ServerPage.h"
#include "shell/Banner.h"
#include "shell/StatusLine.h"
#include "storage/StoragePage.h"

#include <QDialog>
#include <QLocale>

namespace Holdfast {

namespace {

constexpr std::chrono::minutes storageAskedEvery{5};
constexpr std::chrono::minutes sweepsAskedEvery{10};

/// As far as leads and recordings are known on this computer; those alone who see everything ask.
HoldNames namesFrom(LocalStore &store)
{
    HoldNames names;
    names.lead = [&store](LeadId id) {
        const Result<std::optional<Lead>> lead = store.lead(id);
        return lead && *lead ? (*lead)->name : QString();
    };
    names.recording = [&store](RecordingId id) {
        const Result<std::optional<LocalRecording>> found = store.findStored(id);
        const Recording *recording = found && *found && (*found)->remote ? &*(*found)->remote : nullptr;
        return recording ? recordingTitle(*recording) : QString();
    };
    return names;
}

} // namespace

OversightPlaces::OversightPlaces(ApiClient &api, Shell &shell, LocalStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_shell(shell)
    , m_clock(clock)
    , m_review(new ReviewPage(api, clock))
    , m_holds(new HoldsPage({MatterCalls(api), {HoldCalls(api), LeadSearchCalls(api), RecordingSearchCalls(api)}},
                            namesFrom(store), clock))
    , m_retention(new RetentionPage(PolicyCalls(api), SweepCalls(api), RecordingSearchCalls(api), clock))
    , m_storage(new StoragePage(StorageCalls(api), clock))
    , m_audit(new AuditPage(api, clock))
    , m_people(new PeoplePage(UserCalls(api), clock))
    , m_server(new ServerPage(api, clock))
{
    m_shell.addPlace(Icon::Review, tr("Review"), m_review);
    m_shell.addPlace(Icon::Hold, tr("Holds"), m_holds);
    m_shell.addPlace(Icon::Retention, tr("Retention"), m_retention);
    m_shell.addPlace(Icon::Storage, tr("Storage"), m_storage);
    m_shell.addPlace(Icon::Audit, tr("Audit"), m_audit);
    m_shell.addPlace(Icon::People, tr("People"), m_people);
    m_shell.addPlace(Icon::Server, tr("Server"), m_server);
    connect(m_retention, &RetentionPage::warned, this, &OversightPlaces::sayOfSweeps);
    m_sweepTime.setInterval(sweepsAskedEvery);
    connect(&m_sweepTime, &QTimer::timeout, m_retention, &RetentionPage::watchSweeps);
    connect(m_storage, &StoragePage::reported, this,
            [this](const StorageReport &report) { m_shell.statusLine().setStorage(report.quotaPercent); });
    connect(&api, &ApiClient::reachableChanged, m_review, [this](bool isReachable) {
        if (!isReachable)
            return;
        m_review->goOn();
        m_holds->goOn();
        m_retention->goOn();
    });
    connect(&api, &ApiClient::reachableChanged, m_audit, [this](bool isReachable) {
        if (isReachable)
            m_audit->goOn();
    });
    connect(&api, &ApiClient::reachableChanged, m_people, [this](bool isReachable) {
        if (isReachable)
            m_people->goOn();
    });
    connect(&api, &ApiClient::reachableChanged, m_server, [this](bool isReachable) {
        if (!isReachable)
            return;
        m_server->goOn();
        m_storage->goOn();
    });
    connect(m_review, &ReviewPage::historyRequested, m_audit, [this](RecordingId recording) {
        m_audit->showOnly(recording, AuditFilters::About::All);
        m_shell.showPlace(m_audit);
    });
    connect(m_review, &ReviewPage::packRequested, this, &OversightPlaces::openPackSheet);
    connect(m_holds, &HoldsPage::packRequested, this, &OversightPlaces::openPackSheet);
    m_storageTime.setInterval(storageAskedEvery);
    connect(&m_storageTime, &QTimer::timeout, m_storage, &StoragePage::refresh);
}

void OversightPlaces::offerTo(Role role)
{
    m_lost.clear();
    m_won.clear();
    offer(m_review, tr("Review"), may(role, Deed::SeeAnyRecording));
    offer(m_holds, tr("Holds"), may(role, Deed::PlaceHold));
    offer(m_retention, tr("Retention"), may(role, Deed::ManagePolicies));
    offer(m_storage, tr("Storage"), may(role, Deed::SeeStorage));
    offer(m_audit, tr("Audit"), may(role, Deed::ReadAudit));
    offer(m_people, tr("People"), may(role, Deed::ManageUsers));
    offer(m_server, tr("Server"), may(role, Deed::ManageWebhooks) && may(role, Deed::ManageKeys));
    m_review->setRole(role);
    m_retention->setRole(role);
    watchStorage(may(role, Deed::SeeStorage));
    watchSweeps(may(role, Deed::ManagePolicies));
}

/// A sheet that stands over a place which goes can do nothing any more: the server would refuse it.
void OversightPlaces::offer(QWidget *place, const QString &name, bool isOffered)
{
    const bool was = m_offered.contains(place);
    if (was == isOffered)
        return m_shell.setPlaceOffered(place, isOffered);
    (isOffered ? m_won : m_lost).append(name);
    if (isOffered) {
        m_offered.insert(place);
    } else {
        m_offered.remove(place);
        for (QDialog *sheet : place->findChildren<QDialog *>())
            sheet->reject();
    }
    m_shell.setPlaceOffered(place, isOffered);
}

void OversightPlaces::tellOfRole(Role role)
{
    QStringList sentences{tr("An admin has changed your role: you are “%1” now.").arg(roleWords(role))};
    if (!m_lost.isEmpty())
        sentences.append(tr("You no longer have %1; what you wrote there and had not saved is dropped. Your leads, "
                            "your recordings and what still waits to be sent stay.")
                             .arg(QLocale().createSeparatedList(m_lost)));
    if (!m_won.isEmpty())
        sentences.append(tr("New in the rail on the left: %1.").arg(QLocale().createSeparatedList(m_won)));
    m_shell.banner().say(sentences.join(QLatin1Char(' ')));
}

void OversightPlaces::follow(const QList<FeedChange> &changes)
{
    m_review->follow(changes);
    m_holds->follow(changes);
    m_retention->follow(changes);
    if (tellOf(changes, {FeedChange::Kind::User}))
        m_people->follow();
}

void OversightPlaces::followAll()
{
    m_review->followAll();
    m_holds->followAll();
    m_retention->followAll();
    m_people->follow();
}

/// Over the place from which it was asked for, where the keys go on afterwards.
void OversightPlaces::openPackSheet(EvidenceSubject subject, const QString &name)
{
    QWidget *place = m_shell.place();
    auto *sheet = new PackSheet(subject, name, m_api, m_clock, place);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::finished, place, [place] { place->setFocus(); });
    sheet->open();
}

void OversightPlaces::setUser(const User &me)
{
    m_holds->setUser(me);
}

/// Beside what else is said there; on its own page it stands anyway.
void OversightPlaces::sayOfSweeps(const QString &sentence)
{
    m_shell.banner().stand(QStringLiteral("sweeps"), m_shell.place() == m_retention ? QString() : sentence);
}

/// Wherever one is, it is said that sweeps do not go as they should.
void OversightPlaces::watchSweeps(bool isWanted)
{
    if (isWanted == m_sweepTime.isActive())
        return;
    if (isWanted) {
        m_sweepTime.start();
        m_retention->watchSweeps();
    } else {
        m_sweepTime.stop();
    }
}

bool OversightPlaces::focusFilter()
{
    const QWidget *shown = m_shell.place();
    if (shown == m_review)
        m_review->focusFilter();
    else if (shown == m_audit)
        m_audit->focusFilter();
    else if (shown == m_people)
        m_people->focusFilter();
    else
        return false;
    return true;
}

void OversightPlaces::refresh()
{
    const QWidget *shown = m_shell.place();
    if (shown == m_review)
        m_review->refresh();
    else if (shown == m_holds)
        m_holds->refresh();
    else if (shown == m_retention)
        m_retention->refresh();
    else if (shown == m_storage)
        m_storage->readAnew();
    else if (shown == m_server)
        m_server->refresh();
    else if (shown == m_audit)
        m_audit->refresh();
    else if (shown == m_people)
        m_people->refresh();
}

/// The status line warns wherever one is.
void OversightPlaces::watchStorage(bool isWanted)
{
    if (isWanted == m_storageTime.isActive())
        return;
    if (isWanted) {
        m_storageTime.start();
        m_storage->refresh();
    } else {
        m_storageTime.stop();
        m_shell.statusLine().setStorage(0);
    }
}

} // namespace Holdfast
