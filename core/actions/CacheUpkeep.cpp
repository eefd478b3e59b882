// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/CacheUpkeep.h"

#include "domain/WhenFinished.h"
#include "local/CachedNames.h"
#include "sync/SyncLoop.h"

#include <QLoggingCategory>
#include <QtConcurrentRun>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(logUpkeep, "holdfast.cache", QtWarningMsg)

constexpr std::chrono::hours betweenTrims{1};
constexpr int namesAtATime = 200; // what the store is asked about at once, in the window's thread

Done removeUnheld(const std::shared_ptr<SealedCache> &cache, const QStringList &names)
{
    for (const QString &name : names)
        if (!cache->copies().isHeld(name))
            if (Done removed = cache->remove(name); !removed)
                return removed;
    return {};
}

} // namespace

CacheUpkeep::CacheUpkeep(std::shared_ptr<SealedCache> cache, LocalStore &store, const SyncLoop &sync, CacheRules rules,
                         QObject *parent)
    : QObject(parent)
    , m_cache(std::move(cache))
    , m_store(store)
    , m_rules(std::move(rules))
    , m_names(std::make_shared<CachedNames>(m_cache->folder()))
{
    BoundedFolder &copies = m_cache->copies();
    copies.setLimits(m_rules.limits());
    copies.setOnChange([this] {
        if (!m_told.exchange(true))
            QMetaObject::invokeMethod(this, &CacheUpkeep::copiesChanged, Qt::QueuedConnection);
    });
    connect(&sync, &SyncLoop::stored, this, &CacheUpkeep::release);
    connect(&m_hourly, &QTimer::timeout, this, &CacheUpkeep::trim);
    m_hourly.start(betweenTrims);
    trim();
    checkNames();
}

CacheUpkeep::~CacheUpkeep()
{
    m_cache->copies().setOnChange({});
}

Done CacheUpkeep::setRules(const CacheRules &rules)
{
    const bool isTighter = rules.limits() != m_rules.limits();
    m_rules = rules;
    m_cache->copies().setLimits(rules.limits());
    if (isTighter)
        trim();
    Q_EMIT usageChanged();
    return rules.save();
}

std::optional<CacheUsage> CacheUpkeep::usage() const
{
    return m_cache->copies().usage();
}

QFuture<Result<CacheUsage>> CacheUpkeep::removeNow()
{
    return QtConcurrent::run([cache = m_cache] { return cache->copies().clear(); });
}

void CacheUpkeep::trim()
{
    m_trimAgain = m_trimming;
    if (m_trimming)
        return;
    m_trimming = true;
    const auto trimmed = QtConcurrent::run([cache = m_cache] { return cache->copies().trim(); });
    whenFinished(trimmed, this, [this](const Result<CacheUsage> &dropped) {
        m_trimming = false;
        if (!dropped) {
            qCWarning(logUpkeep) << dropped.error().message << dropped.error().detail;
            Q_EMIT problem(dropped.error().message);
        }
        if (m_trimAgain)
            trim();
    });
}

void CacheUpkeep::copiesChanged()
{
    m_told = false;
    Q_EMIT usageChanged();
    if (m_cache->copies().isBeyondLimit())
        trim();
}

/// Where that fails it stays among what waits, and goes on at the next start.
void CacheUpkeep::release(QUuid uploadId)
{
    const QString name = uploadId.toString(QUuid::WithoutBraces);
    whenFinished(QtConcurrent::run([cache = m_cache, name] { return cache->release(name); }), this,
                 [](const Done &released) {
                     if (!released)
                         qCWarning(logUpkeep) << released.error().message << released.error().detail;
                 });
}

/// What came from the server just when its recording went from here, or was sealed when the program ended.
void CacheUpkeep::checkNames()
{
    whenFinished(QtConcurrent::run([names = m_names] { return names->next(namesAtATime); }), this,
                 [this](const QStringList &names) {
                     if (!names.isEmpty())
                         check(names);
                 });
}

void CacheUpkeep::check(const QStringList &names)
{
    const Result<QStringList> unknown = m_store.unknownCopies(names);
    if (!unknown) {
        Q_EMIT problem(unknown.error().message);
        return;
    }
    if (unknown->isEmpty())
        return checkNames();
    whenFinished(QtConcurrent::run(removeUnheld, m_cache, *unknown), this, [this](const Done &removed) {
        if (!removed)
            Q_EMIT problem(removed.error().message);
        checkNames();
    });
}

} // namespace Holdfast
