using System.Text.Json;
using Beffroi.Ads.Intake;

namespace Beffroi.Ads.Files;

/// <summary>Records of the interface of Meta's Ad Library, as it was in 2019 (one body, funding_entity, bounds written as texts) and as it is now (lists of bodies, bylines, beneficiary_payers, eu_total_reach).</summary>
static class MetaReader
{
    public static AdFields Fields(JsonElement record)
    {
        var (impressionsLow, impressionsHigh) = record.Range("impressions");
        var (spendLow, spendHigh) = record.Range("spend");
        var byline = NotAPlaceholder(record.Text("bylines", "byline", "funding_entity"));
        var declared = record.Child("beneficiary_payers") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Where(e => e.ValueKind is JsonValueKind.Object).ToList() : [];
        return new()
        {
            Id = record.Text("id", "_id", "ad_id", "ad_archive_id", "adArchiveID"),
            SnapshotUrl = record.Text("ad_snapshot_url", "snapshot_url"),
            Country = Countries(record),
            Language = record.Texts("languages", "language") is [var only] ? only : null,
            PageId = record.Text("page_id"),
            PageName = record.Text("page_name"),
            Payer = byline ?? Several(declared, "payer", "current_payer"),
            Beneficiary = Several(declared, "beneficiary", "current_beneficiary"),
            Text = record.Text("ad_creative_body", "ad_creative_bodies", "text"),
            LinkTitle = record.Text("ad_creative_link_title", "ad_creative_link_titles"),
            LinkDetail = record.Text("ad_creative_link_description", "ad_creative_link_descriptions"),
            LinkCaption = record.Text("ad_creative_link_caption", "ad_creative_link_captions"),
            Media = record.Text("media_type", "display_format"),
            Platforms = record.Texts("publisher_platforms", "publisher_platform"),
            FirstShown = record.Text("ad_delivery_start_time", "start_date"),
            LastShown = record.Text("ad_delivery_stop_time", "end_date"),
            ImpressionsLow = impressionsLow,
            ImpressionsHigh = impressionsHigh,
            SpendLow = spendLow,
            SpendHigh = spendHigh,
            Currency = record.Text("currency"),
            Reach = record.Text("eu_total_reach"),
            // Who pays is printed on ads that were declared political, electoral or social.
            DeclaredPolitical = byline is null ? null : true,
        };
    }

    static string? NotAPlaceholder(string? byline) => byline is null || ReportReader.IsWithoutDisclaimer(byline) ? null : byline;

    static string? Several(List<JsonElement> declared, params ReadOnlySpan<string> names)
    {
        var said = new List<string>();
        foreach (var one in declared)
        {
            if (one.Text(names) is { } name && !said.Contains(name, StringComparer.Ordinal))
            {
                said.Add(name);
            }
        }

        return said.Count == 0 ? null : string.Join(" ; ", said);
    }

    // Of the places aimed at, when they are one country.
    static string? Countries(JsonElement record)
    {
        if (record.Texts("ad_reached_countries", "country") is [var country])
        {
            return country;
        }

        if (record.Child("target_locations") is not { ValueKind: JsonValueKind.Array } places)
        {
            return null;
        }

        var named = places.EnumerateArray().Where(p => p.Truth("excluded") is not true && string.Equals(p.Text("type")?.TrimEnd('s', 'S'), "countrie", StringComparison.OrdinalIgnoreCase)).Select(p => p.Text("name")).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return named is [var one] ? one : null;
    }
}
