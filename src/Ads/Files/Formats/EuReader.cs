using System.Text.Json;
using Beffroi.Ads.Intake;

namespace Beffroi.Ads.Files;

/// <summary>
/// Records of the European repository of political ads (Regulation (EU) 2024/900, art. 13; Implementing Regulation (EU) 2026/818): identification of the ad,
/// permanent address, language, and what the notice of article 12 says of sponsor, payer, period, amounts and election. JSON or JSON-LD.
/// </summary>
static class EuReader
{
    public static AdFields Fields(JsonElement element)
    {
        var record = new FlatRecord(element);
        var (spendLow, spendHigh) = record.Range("amount", "amounts", "aggregatedamount", "aggregatedamounts", "notice.amount", "notice.aggregatedamount", "spend");
        return new()
        {
            Id = record.Text("adid", "advertisementid", "adidentifier", "adidentification.id", "adidentification", "identifier", "identifier.value", "id"),
            PublicUrl = record.Text("permanenturl", "permanentaddress", "permalink", "url", "notice.url", "id"),
            Country = record.Text("country", "memberstate", "memberstate.code", "linkedelection.country", "election.country") ?? (record.Texts("memberstates", "countries") is [var only] ? only : null),
            Language = record.Text("language", "inlanguage", "languagecode", "content.language"),
            PageId = record.Text("sponsor.id", "sponsorid", "sponsor.identifier", "sponsor.registrationnumber"),
            PageName = record.Text("sponsor.name", "sponsorname", "sponsor", "notice.sponsor.name", "notice.sponsor", "publisher.pagename", "pagename"),
            SponsorCountry = record.Text("sponsor.country", "sponsor.countrycode", "sponsor.address.country", "notice.sponsor.country", "sponsor.placeofestablishment"),
            Payer = record.Text("payer.name", "payer", "payingentity.name", "notice.payer.name", "notice.payer", "sponsor.name", "sponsorname", "notice.sponsor.name", "sponsor"),
            Beneficiary = record.Text("controllingentity.name", "controllingentity", "sponsor.controllingentity.name", "sponsor.controllingentity", "notice.controllingentity", "onbehalfof.name", "onbehalfof"),
            Text = record.Text("text", "content.text", "content", "body", "content.body", "adcontent", "description"),
            LinkTitle = record.Text("title", "headline", "name", "content.title"),
            LinkUrl = record.Text("landingpage", "destinationurl", "content.url"),
            Media = record.Text("mediatype", "format", "encodingformat", "content.type"),
            Platforms = record.Texts("publisher.name", "publishername", "publisher", "platform", "platforms"),
            FirstShown = record.Text("period.start", "period.from", "publicationperiod.start", "publicationperiod.from", "startdate", "datepublished", "notice.period.start", "notice.period.from", "from"),
            LastShown = record.Text("period.end", "period.to", "publicationperiod.end", "publicationperiod.to", "enddate", "notice.period.end", "notice.period.to", "to"),
            SpendLow = spendLow,
            SpendHigh = spendHigh,
            Currency = record.Text("currency", "amount.currency", "aggregatedamount.currency", "aggregatedamounts.currency", "notice.amount.currency", "notice.aggregatedamount.currency"),
            Reach = record.Text("reach", "reach.total", "totalreach", "recipients", "views"),
            // Nothing else is in that repository.
            DeclaredPolitical = true,
        };
    }
}
