// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/SpokenLanguage.h"

#include <QApplication>
#include <QLibraryInfo>

namespace Holdfast {

void SpokenLanguage::speak(const ShownLanguage &language)
{
    QLocale::setDefault(language.choice == ShownLanguage::Choice::AsSystem ? m_atStart : language.locale());
    QApplication::removeTranslator(&m_qtTexts);
    QApplication::removeTranslator(&m_texts);
    if (m_qtTexts.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&m_qtTexts);
    if (m_texts.load(QLocale(), QStringLiteral("holdfast"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        m_texts.load(QStringLiteral(":/i18n/holdfast_en.qm"))) // for its plurals, where the language is not spoken here
        QApplication::installTranslator(&m_texts);
    QApplication::setLayoutDirection(QLocale().textDirection());
}

} // namespace Holdfast
