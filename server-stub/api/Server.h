// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/DataFolder.h"
#include "crypto/PasswordHash.h"
#include "domain/Clock.h"
#include "domain/Limits.h"
#include "domain/RetentionSweep.h"
#include "http/Limits.h"
#include "upkeep/WebhookTargets.h"

#include <QHostAddress>
#include <QSslConfiguration>
#include <QUrl>

#include <memory>
#include <optional>

namespace Holdfast {

struct ServerOptions
{
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 0;                     ///< 0: a free one
    std::optional<QSslConfiguration> tls; ///< none: plain HTTP
    int threads = 0;                      ///< for connections; 0: one per core
    int fallbackRetentionDays = defaultRetentionDays;
    int coolingOffDays = defaultCoolingOffDays; ///< after a recording's last hold let go; 0: none
    bool releaseNeedsTwo = false;               ///< whether a hold's release, asked by one, is approved by another
    int sweepLimitPercent = defaultSweepLimitPercent; ///< of the recordings; a sweep of more waits for an admin's yes
    int sweepHour = defaultSweepHour;                 ///< UTC
    qint64 quotaBytes = 100LL << 30;                  ///< plain bytes of all recordings
    qint64 diskReserveBytes = 256LL << 20;            ///< of the disk; uploads leave them free for all else
    WebhookTargets webhookTargets;                    ///< none: webhooks may go nowhere
    bool rateLimits = false;                          ///< recording-api.md, Recommended Limits
    PasswordCost passwordCost = PasswordCost::Interactive;
    bool analysesCalls = true; ///< in the background
    Http::Limits limits;
    Clock clock = &QDateTime::currentDateTimeUtc;
};

/// The API of one data folder, listening. Made and destroyed in one thread that has an event loop; destruction ends
/// answers and uploads under way, then joins its threads.
class Server
{
public:
    /// Returns once it accepts connections. The failure is a sentence for whoever started it.
    static Result<std::unique_ptr<Server>> start(std::unique_ptr<DataFolder> data, const ServerOptions &options);
    ~Server();

    QUrl url() const; ///< with the port that was taken
    DataFolder &data();

private:
    struct State;
    explicit Server(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace Holdfast
