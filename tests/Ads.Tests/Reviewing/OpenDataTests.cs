using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Tests.Reviewing;

/// <summary>The files of open data: what they hold, what they never hold, and whether they are as their description says.</summary>
public sealed class OpenDataTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_table_is_as_its_description_says(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Furnished();
        var stranger = site.Visit();
        using var package = JsonDocument.Parse(await stranger.Body("/annonces/donnees/datapackage.json"));
        var resource = package.RootElement.GetProperty("resources")[0];
        Assert.Equal(("tabular-data-package", "ads.csv", "utf-8"), (package.RootElement.GetProperty("profile").GetString(), resource.GetProperty("path").GetString(), resource.GetProperty("encoding").GetString()));
        Assert.Matches("^[a-z0-9._-]+$", package.RootElement.GetProperty("name").GetString()!);
        var fields = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().ToList();
        var rows = Table(await stranger.Body("/annonces/donnees/" + resource.GetProperty("path").GetString()), ',');

        Assert.Equal(fields.Select(f => f.GetProperty("name").GetString()), rows[0]);
        Assert.Equal(site.ReadAds(db => db.Ads.Count(a => a.HiddenAt == null)), rows.Count - 1);
        foreach (var row in rows.Skip(1))
        {
            Assert.All(fields.Zip(row), cell => Assert.True(Fits(cell.First, cell.Second), $"{cell.First.GetProperty("name")} does not hold « {cell.Second} »"));
        }

        var key = resource.GetProperty("schema").GetProperty("primaryKey").GetString()!;
        var at = rows[0].ToList().IndexOf(key);
        Assert.Equal(rows.Count - 1, rows.Skip(1).Select(r => r[at]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_line_tells_answers_shares_and_the_verdict_as_counted_by_hand()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Ad(Given.Party, "Avec Camille Delorme, choisissons le cap.", GroupState.Settled, "Yes:7;No:1", "PartyOrCandidate:5;Poll:2;HardToSay:1");
        var line = Line(await site.Visit().Body("/annonces/donnees/ads.csv"), ad);

        Assert.Equal(("8", "Settled"), (line["answers"], line["state"]));
        Assert.Equal(("7", "0.875", "1", "0.125", "0"), (line["political_yes_count"], line["political_yes_share"], line["political_no_count"], line["political_no_share"], line["political_cannot_say_count"]));
        Assert.Equal(("Yes", "0.9951", "Yes", "0.875"), (line["political_verdict"], line["political_certainty"], line["political_majority"], line["political_majority_share"]));
        Assert.Equal(("5", "0.625", "2", "1", "0"), (line["purpose_party_or_candidate_count"], line["purpose_party_or_candidate_share"], line["purpose_poll_count"], line["purpose_hard_to_say_count"], line["purpose_commercial_count"]));
        Assert.Equal(("", "2026-11-02", "2026-11-09", ""), (line["rules"], line["first_shown"], line["last_shown"], line["vanished_on"]));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task No_file_says_who_answered_nor_gives_a_copy_of_an_ad_nor_shares_of_too_few_answers(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Furnished();
        var long_ = await site.Ad(Given.Party, string.Concat(Enumerable.Repeat("Camille Delorme a un projet pour chaque port. ", 40)) + "FIN", GroupState.Settled, "Yes:4");
        var few = await site.Ad(Given.Party, "Deux réponses seulement.", GroupState.Open, "Yes:2");
        var gold = await site.Ad(Given.Shop, "Une sonnette offerte.", GroupState.Gold, "No:9", "Commercial:9");
        var hidden = await site.Ad(Given.Shop, "Cachée.", GroupState.Open, "No:9");
        await site.Write<AdsDb>(db => db.Ads.Single(a => a.Id == hidden).HiddenAt = SiteUnderTest.Start);

        var csv = await site.Visit().Body("/annonces/donnees/ads.csv");
        var everything = string.Join('\n', csv, await site.Visit().Body("/en/ads/data/ads.json"), await site.Visit().Body("/api/ads?limit=100"), await site.Visit().Body("/api/ads/results"));
        var voters = site.ReadAds(db => db.Answers.Select(a => a.Voter).Distinct().ToList());
        Assert.True(voters.Count > 10);
        Assert.All(voters, voter => Assert.DoesNotContain(voter, everything, StringComparison.Ordinal));
        Assert.DoesNotContain("FIN", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(hidden.ToString(), everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Exemplegramme", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Gold", everything, StringComparison.Ordinal);
        Assert.Equal(160, new StringInfo(Line(csv, long_)["quotation"]).LengthInTextElements);
        Assert.Equal(("2", "", ""), (Line(csv, few)["answers"], Line(csv, few)["political_yes_share"], Line(csv, few)["political_yes_count"]));
        // Told as it was before its answer became known.
        Assert.Equal(("9", "Open", ""), (Line(csv, gold)["answers"], Line(csv, gold)["state"], Line(csv, gold)["political_verdict"]));
    }

    [Fact]
    public async Task Files_are_the_same_until_the_night_and_say_so_to_whoever_has_them()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Furnished();
        var stranger = site.Visit();
        await stranger.Open("/annonces/donnees/ads.csv");
        var (first, stamp) = (await stranger.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), stranger.Response.Headers.ETag!);

        await site.Campaign("Une annonce de plus.");
        Assert.Equal(first, await stranger.Body("/annonces/donnees/ads.csv"));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/annonces/donnees/ads.csv");
        again.Headers.IfNoneMatch.Add(stamp);
        Assert.Equal(HttpStatusCode.NotModified, (await stranger.Http.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);

        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("Une annonce de plus.", await stranger.Body("/annonces/donnees/ads.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ad_that_is_hidden_leaves_the_files_at_once()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Campaign();
        Assert.Contains(ad.ToString(), await site.Visit().Body("/annonces/donnees/ads.json"), StringComparison.Ordinal);
        await site.Write<AdsDb>(db => db.Ads.Single(a => a.Id == ad).HiddenAt = SiteUnderTest.Start);
        Assert.DoesNotContain(ad.ToString(), await site.Visit().Body("/annonces/donnees/ads.json"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open(Given.Page(ad))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visit().Open($"/api/ads/{ad}")).Status);
    }

    [Fact]
    public async Task Hiding_one_ad_and_showing_another_again_makes_the_files_anew()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (one, other) = (await site.Campaign("Une."), await site.Campaign("Deux."));
        await site.Write<AdsDb>(db => db.Ads.Single(a => a.Id == one).HiddenAt = SiteUnderTest.Start);
        Assert.Contains(other.ToString(), await site.Visit().Body("/annonces/donnees/ads.csv"), StringComparison.Ordinal);
        await site.Write<AdsDb>(db => (db.Ads.Single(a => a.Id == one).HiddenAt, db.Ads.Single(a => a.Id == other).HiddenAt) = (null, SiteUnderTest.Start));
        Assert.DoesNotContain(other.ToString(), await site.Visit().Body("/annonces/donnees/ads.csv"), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_interface_for_programs_filters_turns_its_pages_and_refuses_what_is_no_value(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Campaign();
        await site.Ad(Given.Shop, "Révision de vélo.", GroupState.Settled, "No:5", "Commercial:5");
        await site.Ad(Given.Shop, "Autre chose.", GroupState.Disputed, "No:2;Yes:2");
        using var found = JsonDocument.Parse(await site.Visit().Body("/api/ads?purpose=PartyOrCandidate&state=Settled&political=Yes&source=MetaLibrary&vanished=false"));
        Assert.Equal((1, campaign), (found.RootElement.GetProperty("total").GetInt32(), found.RootElement.GetProperty("ads")[0].GetProperty("id").GetGuid()));
        using var page = JsonDocument.Parse(await site.Visit().Body("/api/ads?skip=1&limit=1"));
        Assert.Equal((3, 1), (page.RootElement.GetProperty("total").GetInt32(), page.RootElement.GetProperty("ads").GetArrayLength()));
        foreach (var wrong in new[] { "state=Gold", "state=1", "political=Perhaps", "purpose=Sale", "source=Radio", "limit=0", "limit=101", "skip=-1" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await site.Visit().Open("/api/ads?" + wrong)).Status);
        }

        var description = await site.Visit().Body("/api/openapi.json");
        Assert.All(new[] { "/api/ads", "/api/ads/{id}", "/api/ads/results" }, path => Assert.Contains($"\"{path}\"", description, StringComparison.Ordinal));
    }

    static Dictionary<string, string> Line(string csv, Guid ad)
    {
        var rows = Table(csv, ',');
        return rows[0].Zip(rows.Single(r => r[0] == ad.ToString())).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
    }

    /// <summary>Read as RFC 4180 says, without the product's own code.</summary>
    static List<string[]> Table(string csv, char separator)
    {
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            switch (csv[i])
            {
                case '"' when quoted && i + 1 < csv.Length && csv[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case var c when c == separator && !quoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\n' when !quoted:
                    row.Add(cell.ToString());
                    rows.Add([.. row]);
                    row.Clear();
                    cell.Clear();
                    break;
                case '\r' when !quoted:
                    break;
                case var c:
                    cell.Append(c);
                    break;
            }
        }

        return rows;
    }

    static bool Fits(JsonElement field, string cell)
    {
        var constraints = field.TryGetProperty("constraints", out var given) ? given : default;
        if (cell.Length == 0)
        {
            return constraints.ValueKind != JsonValueKind.Object || !constraints.TryGetProperty("required", out var required) || !required.GetBoolean();
        }

        var typed = field.GetProperty("type").GetString() switch
        {
            "string" => true,
            "boolean" => cell is "true" or "false",
            "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "integer" => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            "number" => double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n is >= 0 and <= 1,
            _ => false,
        };
        return typed && (constraints.ValueKind != JsonValueKind.Object || !constraints.TryGetProperty("enum", out var values) || values.EnumerateArray().Any(v => v.GetString() == cell));
    }
}
