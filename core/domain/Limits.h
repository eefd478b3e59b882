// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Holdfast {

/// The largest recording that is taken, in plain bytes: 50 MiB (contract.md, Uploads).
inline constexpr qint64 maxRecordingBytes = 52'428'800;

/// A session lasts this long unless it is refreshed or signed out.
inline constexpr int tokenHours = 12;

inline constexpr int shortestPassword = 8;   ///< bytes, UTF-8
inline constexpr int longestPassword = 1024; ///< bytes, UTF-8

inline constexpr int leadsPage = 1000;                        ///< leads that one answer lists at most
inline constexpr int longestRecordingList = 10'000;           ///< of a lead, in one answer
inline constexpr qint64 longestLeadFile = 20LL * 1024 * 1024; ///< bytes of a file of leads to import
inline constexpr int longestName = 200;                       ///< of a person, a campaign, a lead; UTF-16 units
inline constexpr int longestPhone = 50;                       ///< UTF-16 units
inline constexpr int maxNotesLength = 10'000;                 ///< UTF-16 units
inline constexpr int maxDispositionLength = 100;              ///< UTF-16 units
inline constexpr int defaultRetentionDays = 90;               ///< where DEFAULT_RETENTION_DAYS is not set
inline constexpr int defaultCoolingOffDays = 7;               ///< where HOLD_COOLING_OFF_DAYS is not set
inline constexpr int longestReason = 1000;                    ///< of a hold, a release, a matter; UTF-16 units
inline constexpr int mostHeldAtOnce = 1000;                   ///< recordings, or holds, that one request names

} // namespace Holdfast
