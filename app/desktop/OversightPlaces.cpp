// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/OversightPlaces.h"

#include "audit/AuditPage.h"
#include "domain/Deed.h"
#include "people/PeoplePage.h"
#include "review/ReviewPage.h"
#include "shell/StatusLine.h"
#include "storage/StoragePage.h"

namespace Holdfast {

namespace {

constexpr std::chrono::minutes storageAskedEvery{5};

} // namespace

OversightPlaces::OversightPlaces(ApiClient &api, Shell &shell, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_review(new ReviewPage(RecordingSearchCalls(api), HoldOrderCalls(api), clock))
    , m_storage(new StoragePage(StorageCalls(api)))
    , m_audit(new AuditPage(api, clock))
    , m_people(new PeoplePage(UserCalls(api), clock))
{
    m_shell.addPlace(Icon::Review, tr("Review"), m_review);
    m_shell.addPlace(Icon::Storage, tr("Storage"), m_storage);
    m_shell.addPlace(Icon::Audit, tr("Audit"), m_audit);
    m_shell.addPlace(Icon::People, tr("People"), m_people);
    connect(m_storage, &StoragePage::reported, this,
            [this](const StorageReport &report) { m_shell.statusLine().setStorage(report.quotaPercent); });
    connect(&api, &ApiClient::reachableChanged, m_review, [this](bool isReachable) {
        if (isReachable)
            m_review->goOn();
    });
    connect(&api, &ApiClient::reachableChanged, m_audit, [this](bool isReachable) {
        if (isReachable)
            m_audit->goOn();
    });
    connect(&api, &ApiClient::reachableChanged, m_people, [this](bool isReachable) {
        if (isReachable)
            m_people->goOn();
    });
    connect(m_review, &ReviewPage::historyRequested, m_audit, [this](RecordingId recording) {
        m_audit->showOnly(recording, AuditFilters::About::All);
        m_shell.showPlace(m_audit);
    });
    m_storageTime.setInterval(storageAskedEvery);
    connect(&m_storageTime, &QTimer::timeout, m_storage, &StoragePage::refresh);
}

void OversightPlaces::offerTo(Role role)
{
    m_shell.setPlaceOffered(m_review, may(role, Deed::SeeAnyRecording));
    m_shell.setPlaceOffered(m_storage, may(role, Deed::SeeStorage));
    m_shell.setPlaceOffered(m_audit, may(role, Deed::ReadAudit));
    m_shell.setPlaceOffered(m_people, may(role, Deed::ManageUsers));
    watchStorage(may(role, Deed::SeeStorage));
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
