using System.Text.Json;
using Beffroi.Ads.Intake;
using Beffroi.Ads.Law;

namespace Beffroi.Ads.Files;

/// <summary>Our own format (docs/ads-import.md, ads-import.schema.json): a name that it does not have is a mistake to be told.</summary>
static class OwnReader
{
    static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        [""] = ["id", "url", "country", "language", "page", "payer", "beneficiary", "text", "link", "call_to_action", "media", "platforms", "first_shown", "last_shown", "impressions", "spend", "reach", "declared_political"],
        ["page"] = ["id", "name", "country"],
        ["link"] = ["title", "detail", "caption", "url"],
        ["impressions"] = ["low", "high"],
        ["spend"] = ["low", "high", "currency"],
    };

    public static IReadOnlyDictionary<string, string[]> Known => Names;

    public static (AdFields? Fields, Words? Fault) Fields(JsonElement record)
    {
        if (Stranger(record) is { } stranger)
        {
            return (null, new($"champ inconnu : {stranger}", $"unknown field: {stranger}"));
        }

        var (page, link, impressions, spend) = (record.Child("page") ?? default, record.Child("link") ?? default, record.Child("impressions") ?? default, record.Child("spend") ?? default);
        return (new()
        {
            Id = record.Text("id"),
            PublicUrl = record.Text("url"),
            Country = record.Text("country"),
            Language = record.Text("language"),
            PageId = page.Text("id"),
            PageName = page.Text("name"),
            SponsorCountry = page.Text("country"),
            Payer = record.Text("payer"),
            Beneficiary = record.Text("beneficiary"),
            Text = record.Text("text"),
            LinkTitle = link.Text("title"),
            LinkDetail = link.Text("detail"),
            LinkCaption = link.Text("caption"),
            LinkUrl = link.Text("url"),
            CallToAction = record.Text("call_to_action"),
            Media = record.Text("media"),
            Platforms = record.Texts("platforms"),
            FirstShown = record.Text("first_shown"),
            LastShown = record.Text("last_shown"),
            ImpressionsLow = impressions.Text("low"),
            ImpressionsHigh = impressions.Text("high"),
            SpendLow = spend.Text("low"),
            SpendHigh = spend.Text("high"),
            Currency = spend.Text("currency"),
            Reach = record.Text("reach"),
            DeclaredPolitical = record.Truth("declared_political"),
        }, null);
    }

    static string? Stranger(JsonElement record)
    {
        foreach (var (way, names) in Names)
        {
            var part = way.Length == 0 ? record : record.Child(way) ?? default;
            if (part.ValueKind is JsonValueKind.Undefined)
            {
                continue;
            }

            if (part.ValueKind is not JsonValueKind.Object)
            {
                return way;
            }

            foreach (var property in part.EnumerateObject())
            {
                if (!names.Contains(property.Name, StringComparer.Ordinal))
                {
                    var name = way.Length == 0 ? property.Name : $"{way}.{property.Name}";
                    return CleanText.Line(name, 60) ?? "?";
                }
            }
        }

        return null;
    }
}
