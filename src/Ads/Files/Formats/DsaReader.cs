using System.Text.Json;
using Beffroi.Ads.Intake;

namespace Beffroi.Ads.Files;

/// <summary>
/// Records of the repositories that very large platforms keep (Regulation (EU) 2022/2065, art. 39): what is shown, on whose behalf, who paid, when,
/// how many were reached. The article fixes what is said, not the names of fields: those that platforms use are tried one after the other (docs/ads-import.md).
/// </summary>
static class DsaReader
{
    public static AdFields Fields(JsonElement element)
    {
        var record = new FlatRecord(element);
        var (impressionsLow, impressionsHigh) = record.Range("impressions", "ad.impressions", "timesshown");
        var (spendLow, spendHigh) = record.Range("spend", "amountspent", "ad.spend", "spent");
        return new()
        {
            Id = record.Text("id", "adid", "ad.id", "advertisementid", "creativeid", "creative.id", "libraryid", "archiveid", "adarchiveid"),
            PublicUrl = record.Text("permalink", "adlibraryurl", "libraryurl", "repositoryurl", "adurl", "ad.url", "url"),
            Country = record.Text("country", "countrycode", "region", "memberstate") ?? (record.Texts("countries", "memberstates", "ad.countries") is [var only] ? only : null),
            Language = record.Text("language", "lang", "languagecode", "ad.language"),
            PageId = record.Text("advertiserid", "advertiser.id", "advertiser.businessid", "pageid", "accountid", "businessid"),
            PageName = record.Text("advertiser.name", "advertiser.businessname", "advertisername", "advertiser", "pagename", "businessname", "accountname", "onbehalfof", "beneficiary.name", "beneficiary"),
            SponsorCountry = record.Text("advertiser.country", "advertiser.countrycode", "advertisercountry", "advertiser.location"),
            Payer = record.Text("payer.name", "payername", "payer", "paidby", "paidby.name", "paidforby", "advertiser.paidforby", "financedby", "fundingentity", "payingentity"),
            Beneficiary = record.Text("onbehalfof.name", "onbehalfof", "beneficiary.name", "beneficiary", "beneficiaryname", "presentedonbehalfof"),
            Text = record.Text("text", "content.text", "content", "body", "adtext", "ad.text", "ad.body", "message", "creative.text", "creative.body", "description", "caption"),
            LinkTitle = record.Text("title", "headline", "content.title", "creative.title", "creative.headline", "ad.title", "subject"),
            LinkDetail = record.Text("linkdescription", "creative.description", "content.description"),
            LinkCaption = record.Text("displayurl", "domain", "linkcaption"),
            LinkUrl = record.Text("landingpage", "landingpageurl", "destinationurl", "linkurl", "clickurl", "creative.url"),
            CallToAction = record.Text("calltoaction", "cta", "creative.calltoaction"),
            Media = record.Text("mediatype", "media.type", "media", "format", "adformat", "creative.type", "creativetype"),
            Platforms = record.Texts("platforms", "platform", "service", "publisherplatforms"),
            FirstShown = record.Text("firstshown", "firstshowndate", "ad.firstshowndate", "startdate", "startat", "start", "period.start", "period.from", "displayperiod.start", "displayperiod.from", "firstdisplayed", "firstseen", "from"),
            LastShown = record.Text("lastshown", "lastshowndate", "ad.lastshowndate", "enddate", "endat", "end", "period.end", "period.to", "displayperiod.end", "displayperiod.to", "lastdisplayed", "lastseen", "to"),
            ImpressionsLow = impressionsLow,
            ImpressionsHigh = impressionsHigh,
            SpendLow = spendLow,
            SpendHigh = spendHigh,
            Currency = record.Text("currency", "spend.currency", "amountspent.currency"),
            Reach = record.Text("totalreach", "reach", "reach.total", "ad.reach.total", "eutotalreach", "recipients", "totalrecipients", "reach.uniqueusersseen", "totalnumberofrecipients"),
            DeclaredPolitical = record.Truth("political", "ispolitical", "politicaladvertising", "declaredpolitical"),
        };
    }
}
