// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/OversightPlaces.h"

#include "domain/Deed.h"
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
{
    m_shell.addPlace(Icon::Review, tr("Review"), m_review);
    m_shell.addPlace(Icon::Storage, tr("Storage"), m_storage);
    connect(m_storage, &StoragePage::reported, this,
            [this](const StorageReport &report) { m_shell.statusLine().setStorage(report.quotaPercent); });
    connect(&api, &ApiClient::reachableChanged, m_review, [this](bool isReachable) {
        if (isReachable)
            m_review->goOn();
    });
    m_storageTime.setInterval(storageAskedEvery);
    connect(&m_storageTime, &QTimer::timeout, m_storage, &StoragePage::refresh);
}

void OversightPlaces::offerTo(Role role)
{
    m_shell.setPlaceOffered(m_review, may(role, Deed::SeeAnyRecording));
    m_shell.setPlaceOffered(m_storage, may(role, Deed::SeeStorage));
    watchStorage(may(role, Deed::SeeStorage));
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
