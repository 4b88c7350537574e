using System.Globalization;
using System.Text;
using Beffroi.Ads.Files;
using Beffroi.Ads.Intake;

namespace Beffroi.Ads.Tests.Intake;

public sealed class ReadersTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<List<AdLine>> Read(Stream file, FileFormat format) => await AdReader.Read(file, format, "FR", new(), Ct).ToListAsync(Ct);

    static Task<List<AdLine>> Read(string text, FileFormat format) => Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), format);

    static async Task<AdRecord> One(string text, FileFormat format)
    {
        var line = Assert.Single(await Read(text, format));
        Assert.Null(line.Fault);
        return line.Record!;
    }

    [Fact]
    public async Task The_records_of_2019_are_read_whole()
    {
        var lines = await Read(SharedAds.Open("fr_2019_ambanum/ads.json"), FileFormat.Meta);
        Assert.Equal(25, lines.Count);
        Assert.All(lines, l => Assert.Null(l.Fault));
        var first = lines[0].Record!;
        Assert.Equal("408322803338923", first.SourceId);
        Assert.Equal("https://www.facebook.com/ads/library/?id=408322803338923", first.LibraryUrl);
        Assert.Equal("EPP - European People's Party", first.Payer);
        Assert.Equal("48034275355", first.SponsorKey);
        Assert.Equal((5000L, 9999L), (first.ImpressionsLow, first.ImpressionsHigh));
        Assert.Equal(new DateTimeOffset(2019, 5, 13, 15, 30, 13, TimeSpan.Zero), first.FirstShownAt);
        Assert.True(first.HasTimes);
        Assert.Equal("EUR", first.Currency);
        Assert.Equal("en", first.Language);
    }

    [Fact]
    public async Task A_search_of_2019_and_a_record_of_today_are_read_too()
    {
        var search = await Read(SharedAds.Open("fr_2019_ambanum/ads_search_notebooks.json"), FileFormat.Meta);
        Assert.Equal(14, search.Count(l => l.Fault is null));
        // 13 of the 14 do not say who pays.
        Assert.Equal(13, search.Count(l => l.Record!.Payer is null));

        var today = Assert.Single(await Read(SharedAds.Open("meta_eu_record/example.json"), FileFormat.Meta)).Record!;
        Assert.Equal("679808276335343", today.SourceId);
        Assert.Equal("Bloomberg Philanthropies", today.Payer);
        Assert.Equal((300m, 399m), (today.SpendLow, today.SpendHigh));
        Assert.Equal("en", today.Language);
        Assert.Equal("instagram", today.Platforms);
        Assert.False(today.HasTimes);
        Assert.Equal(new DateTimeOffset(2021, 12, 8, 0, 0, 0, TimeSpan.Zero), today.FirstShownAt);
    }

    [Fact]
    public async Task Fields_of_the_European_interface_are_read()
    {
        var ad = await One("""
            {"id":"700000000000001","ad_creative_bodies":["Texte un","Texte un","Texte deux"],"ad_creative_link_titles":["Titre"],"page_id":"55","page_name":"Page",
             "beneficiary_payers":[{"payer":"Payeur SA","beneficiary":"Parti du Phare","current":true}],"eu_total_reach":12345,"languages":["fr"],
             "target_locations":[{"name":"France","num_obfuscated":0,"type":"countries","excluded":false}],"publisher_platforms":["INSTAGRAM","FACEBOOK"],
             "ad_delivery_start_time":"2026-10-02","ad_snapshot_url":"https://www.facebook.com/ads/archive/render_ad/?id=700000000000001&access_token=EAAGsecret"}
            """, FileFormat.Meta);
        Assert.Equal("Texte un\n\nTexte deux", ad.Text);
        Assert.Equal(("Payeur SA", "Parti du Phare"), (ad.Payer, ad.Beneficiary));
        Assert.Equal((12345L, "FR", "facebook,instagram"), (ad.Reach, ad.Country, ad.Platforms));
        // Who pays is said of every ad shown in the Union: it does not tell that it was declared political.
        Assert.Null(ad.DeclaredPolitical);
        Assert.Equal("https://www.facebook.com/ads/library/?id=700000000000001", ad.LibraryUrl);
    }

    [Fact]
    public async Task No_disclaimer_is_no_payer()
    {
        var ad = await One("""{"id":"700000000000001","page_name":"P","ad_creative_body":"T","funding_entity":"These ads ran without a disclaimer"}""", FileFormat.Meta);
        Assert.Null(ad.Payer);
        Assert.Null(ad.DeclaredPolitical);
        Assert.Null((await One("""{"id":"700000000000001","page_name":"P","ad_creative_body":"T","funding_entity":""}""", FileFormat.Meta)).Payer);
    }

    [Fact]
    public async Task Repositories_of_platforms_are_read_whatever_they_call_things()
    {
        var ad = await One("""
            {"data":[{"ad":{"id":"a-1","firstShownDate":"2026-10-01T08:00:00Z","lastShownDate":"2026-10-05T08:00:00Z","reach":{"total":"1000"}},
                      "advertiser":{"businessId":"b-9","businessName":"Les Cycles du Lac","countryCode":"FR","paidForBy":"Agence Ondine"},"text":"Le vélo, c’est l’avenir."}]}
            """, FileFormat.Dsa);
        Assert.Equal(("a-1", "b-9", "Les Cycles du Lac", "Agence Ondine", "FR"), (ad.SourceId, ad.SponsorKey, ad.PageName, ad.Payer, ad.SponsorCountry));
        Assert.Equal(1000, ad.Reach);
        Assert.True(ad.HasTimes);

        var other = await One("""[{"ad_id":"z","advertiser_name":"Ligue Imaginaire","payer":{"name":"Mme Renard"},"on_behalf_of":"Ligue Imaginaire","content":"Bonjour","start_date":"01/10/2026","impressions":"1000-4999","permalink":"https://plateforme.example/ads?id=z&token=1"}]""", FileFormat.Dsa);
        Assert.Equal(("Mme Renard", "Ligue Imaginaire", 1000L, 4999L), (other.Payer, other.Beneficiary, other.ImpressionsLow, other.ImpressionsHigh));
        Assert.Equal("https://plateforme.example/ads?id=z", other.LibraryUrl);
    }

    [Fact]
    public async Task The_European_repository_is_read_as_JSON_and_as_JSON_LD()
    {
        var ad = await One("""
            {"@context":"https://exemple.example/ctx","@id":"https://depot.example/ads/77","adId":"77","permanentUrl":"https://depot.example/ads/77","language":"fr-FR","content":{"text":"Votez"},
             "notice":{"sponsor":{"name":"Parti du Phare","country":"FR"},"payer":{"name":"Association X"},"period":{"start":"2026-11-01","end":"2026-11-20"},"aggregatedAmount":{"value":1500.5,"currency":"EUR"}}}
            """, FileFormat.Eu);
        Assert.Equal(("77", "Parti du Phare", "Association X", "fr", "EUR"), (ad.SourceId, ad.PageName, ad.Payer, ad.Language, ad.Currency));
        Assert.Equal((1500.5m, true), (ad.SpendLow, ad.DeclaredPolitical));
    }

    [Fact]
    public async Task Our_format_says_which_field_it_does_not_know()
    {
        var lines = await Read("""{"ads":[{"id":"1","page":{"name":"P"},"text":"T"},{"id":"2","titre":"?"},{"id":"3","page":{"nom":"?"}},{"id":"4","link":"https://a.example"}]}""", FileFormat.Own);
        Assert.Null(lines[0].Fault);
        Assert.Equal(["unknown field: titre", "unknown field: page.nom", "unknown field: link"], lines.Skip(1).Select(l => l.Fault!.In("en")));
    }

    [Fact]
    public async Task Collected_ads_keep_their_text_and_nothing_of_their_markup()
    {
        var lines = await Read(SharedAds.Open("fbpac_fixture/ads.json"), FileFormat.Own);
        Assert.True(lines.Count >= 20);
        Assert.All(lines, l => Assert.DoesNotMatch(@"<[a-z]|_1dwg|onclick", l.Record!.Text));
        Assert.Equal("Trapped Syrian families need urgent aid as bombs rain down. Their homes are gone, they have little aid and nowhere to hide. Please don’t turn away. Help us save lives now.", lines[0].Record!.Text);

        foreach (var page in (string[])["timeline-ad.html", "paid-for-timeline-ad.html", "timeline-ad-extra-ss.html", "two-class-timeline-ad.html"])
        {
            await using var file = SharedAds.Open("fbpac_fixture/" + page);
            var line = await AdReader.ReadPage(file, "US", new(), Ct);
            Assert.Null(line.Fault);
            Assert.DoesNotMatch("<[a-z/]|data-ft|hyperfeed", line.Record!.Text);
            Assert.True(line.Record.Text.Length > 50);
        }
    }

    [Theory]
    [InlineData("<p>a<script>alert(1)</script>b</p><style>x{}</style>", "a b")]
    [InlineData("<img src=x onerror=alert(1)>texte", "texte")]
    [InlineData("a &lt;b&gt; c &amp; d", "a <b> c & d")]
    [InlineData("un<br>deux<div>trois</div>", "un\ndeux\ntrois")]
    [InlineData("<script>jamais fermé", "")]
    [InlineData("2 < 3 et 5 > 4", "2 < 3 et 5 > 4")]
    public void Markup_becomes_text(string html, string text) => Assert.Equal(text, CollectedReader.TextOf(html));

    [Theory]
    [InlineData("GB", "FacebookAdLibraryReportGB2019-05-11SpendingToDate.csv", 4636)]
    [InlineData("UA", "FacebookAdLibraryReportUA2019-05-04SpendingToDate.csv", 2516)]
    public async Task Reports_of_the_library_are_counted(string country, string name, int lines)
    {
        // The oracle: the number of the last column of each line, read without knowing what a CSV is.
        string whole;
        using (var reader = new StreamReader(SharedAds.Open("fb_reports_2019/" + name)))
        {
            whole = await reader.ReadToEndAsync(Ct);
        }

        var expected = whole.Split('\n').Skip(1).Select(l => l.TrimEnd('\r').Split(',')[^1]).Where(c => c.Length > 0 && c.All(char.IsAsciiDigit)).Sum(c => long.Parse(c, CultureInfo.InvariantCulture));
        var totals = await ReportReader.Read(SharedAds.Open("fb_reports_2019/" + name), new(), Ct);
        Assert.Empty(totals.Faults);
        Assert.Equal((lines, expected), (totals.Lines, (long)totals.Ads));
        Assert.True(totals.WithoutPayer > 0, country);
    }

    [Fact]
    public async Task A_French_report_of_today_is_read()
    {
        var totals = await ReportReader.Read(new MemoryStream(Encoding.UTF8.GetBytes("\uFEFFID de la Page;Nom de la Page;Avertissement;Montant dépensé (EUR);Nombre de publicités dans la bibliothèque\r\n1;\"Page ; \"\"une\"\"\";Payeur;≤100;12\r\n2;Deux;;1 234;3\r\n3;Trois;X;1;beaucoup\r\n")), new(), Ct);
        Assert.Equal((2, 15, 2, 1), (totals.Lines, totals.Ads, totals.Advertisers, totals.WithoutPayer));
        Assert.Equal([4], totals.Faults.Select(f => f.Line));
    }

    [Theory]
    [InlineData("""{"ad_creative_body":"T"}""", "identifier")]
    [InlineData("""{"id":"7000000","page_name":"P","ad_delivery_start_time":"hier"}""", "date")]
    [InlineData("""{"id":"7000000","page_name":"P","ad_delivery_start_time":"1850-01-01"}""", "date")]
    [InlineData("""{"id":"7000000","page_name":"P","ad_delivery_start_time":"2020-02-02","ad_delivery_stop_time":"2020-02-01"}""", "ends before")]
    [InlineData("""{"id":"7000000","page_name":"P","spend":{"lower_bound":"-1"}}""", "number")]
    [InlineData("""{"id":"7000000","page_name":"P","spend":{"lower_bound":"100","upper_bound":"99"}}""", "range")]
    [InlineData("""{"id":"7000000"}""", "neither a page nor a text")]
    [InlineData("""{"id":"7000000","page_name":"\ud800"}""", "sign")]
    public async Task What_cannot_be_believed_is_refused_with_its_reason(string record, string why) =>
        Assert.Contains(why, Assert.Single(await Read(record, FileFormat.Meta)).Fault!.In("en"), StringComparison.Ordinal);

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_and_a_name_is_cut()
    {
        Assert.NotNull(Assert.Single(await Read($$"""{"id":"7000000","ad_creative_body":"{{new string('a', Ad.TextMaxLength + 1)}}"}""", FileFormat.Meta)).Fault);
        Assert.Equal(Ad.NameMaxLength, (await One($$"""{"id":"7000000","page_name":"{{new string('a', 5000)}}"}""", FileFormat.Meta)).PageName.Length);
    }

    [Fact]
    public async Task Signs_that_deceive_the_eye_are_not_kept()
    {
        var ad = await One("""{"id":"7000000","page_name":"a\u202Eb\u0000c\u0007","ad_creative_body":"x\u2066y\r\nz"}""", FileFormat.Meta);
        Assert.Equal(("abc", "xy\nz"), (ad.PageName, ad.Text));
    }
}
