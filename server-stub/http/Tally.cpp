// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Tally.h"

namespace Holdfast::Http {

namespace {

constexpr int roomForRefusals = 128;

} // namespace

Tally::Tally(int connections, int perAddress)
    : m_connections(connections)
    , m_perAddress(perAddress)
{
}

bool Tally::enter()
{
    const std::scoped_lock lock(m_mutex);
    if (m_present >= m_connections + roomForRefusals)
        return false;
    ++m_present;
    return true;
}

bool Tally::admit(const QHostAddress &address)
{
    const std::scoped_lock lock(m_mutex);
    if (m_admitted >= m_connections || (m_perAddress > 0 && m_admittedOf.value(address) >= m_perAddress))
        return false;
    ++m_admitted;
    ++m_admittedOf[address];
    return true;
}

void Tally::leave(const QHostAddress &address, bool admitted)
{
    const std::scoped_lock lock(m_mutex);
    --m_present;
    if (admitted) {
        --m_admitted;
        if (--m_admittedOf[address] == 0)
            m_admittedOf.remove(address);
    }
    if (m_present == 0)
        m_left.notify_all();
}

int Tally::present()
{
    const std::scoped_lock lock(m_mutex);
    return m_present;
}

bool Tally::waitUntilEmpty(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_left.wait_for(lock, time, [this] { return m_present == 0; });
}

} // namespace Holdfast::Http
