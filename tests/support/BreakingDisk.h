// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/BreakingDiskControl.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <limits>
#include <new>
#include <stdexcept>

namespace Holdfast::Testing {

/// The disk of child processes, below one folder, which fails at the call that a test names. Linux alone.
class BreakingDisk
{
public:
    static constexpr qint64 always = std::numeric_limits<qint64>::max();

    /// library: the one to load into them. only: part of the names of the files that count; empty: all.
    BreakingDisk(const QString &library, const QString &folder, const QString &only = {})
        : m_file(m_place.filePath(QStringLiteral("control")))
    {
        const bool opened = m_file.open(QIODevice::ReadWrite) && m_file.resize(sizeof(BreakingDiskControl));
        uchar *memory = opened ? m_file.map(0, sizeof(BreakingDiskControl), QFileDevice::NoOptions) : nullptr;
        if (!memory)
            throw std::runtime_error("no memory to share with the processes under test");
        m_control = new (memory) BreakingDiskControl{};
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("LD_PRELOAD"), library);
        m_environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
        m_environment.insert(QStringLiteral("HOLDFAST_BREAKING_DISK"), m_file.fileName());
        m_environment.insert(QStringLiteral("HOLDFAST_BREAKING_FOLDER"), folder);
        if (!only.isEmpty())
            m_environment.insert(QStringLiteral("HOLDFAST_BREAKING_ONLY"), only);
    }
    Q_DISABLE_COPY_MOVE(BreakingDisk)

    QProcessEnvironment environment() const { return m_environment; }

    /// From the i-th call that is to come, so many of them.
    void breakAt(DiskFault fault, qint64 which, qint64 howMany = 1)
    {
        m_control->fault = DiskFault::None;
        m_control->broken = 0;
        m_ofReads = fault == DiskFault::Unread;
        const qint64 first = (m_ofReads ? reads() : changes()) + which;
        m_control->from = first;
        m_control->until = howMany == always ? always : first + howMany;
        m_control->fault = fault;
    }
    void mend() { m_control->fault = DiskFault::None; }

    qint64 changes() const { return m_control->changes; } ///< calls since the start
    qint64 reads() const { return m_control->reads; }
    qint64 broken() const { return m_control->broken; } ///< calls that went wrong since breakAt
    /// Whether the call came that was named last, be it that it can't go wrong in that way.
    bool isReached() const { return (m_ofReads ? reads() : changes()) >= m_control->from; }

private:
    QTemporaryDir m_place;
    QFile m_file;
    BreakingDiskControl *m_control = nullptr;
    QProcessEnvironment m_environment;
    bool m_ofReads = false; ///< the call that was named last
};

} // namespace Holdfast::Testing
