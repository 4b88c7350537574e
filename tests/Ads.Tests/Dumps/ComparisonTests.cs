using System.Text;
using Beffroi.Ads.Dumps;
using Beffroi.Ads.Files;

namespace Beffroi.Ads.Tests.Dumps;

public sealed class ComparisonTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static IAsyncEnumerable<DumpFact> Facts(IEnumerable<string> lines) =>
        AdReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines))), FileFormat.Meta, "FR", new(), Ct).Select(l => DumpFact.Of(l.Record!));

    static string Ad(int id, string more = "") => $$"""{"id":"{{1_000_000 + id}}","page_id":"9","page_name":"P","ad_creative_body":"t","impressions":{"lower_bound":"1000"},"spend":{"lower_bound":"100"}{{more}}}""";

    [Fact]
    public async Task The_French_library_of_May_2019_is_told_as_it_was()
    {
        // 20 May 2019: 13,550 ads; 27 May: 9,288, of which 695 were new; so 4,957 had left.
        var found = await DumpComparison.Of(Facts(Enumerable.Range(0, 13_550).Select(i => Ad(i))), Facts(Enumerable.Range(4957, 9288).Select(i => Ad(i))), Ct);
        Assert.Equal((13_550, 9288, 695, 4957, 0), (found.Before, found.After, found.Added.Count, found.Removed.Count, found.Changed.Count));
        Assert.Equal(0.366, found.GrossShare, 3);
        // The net fall, which was once published as the share removed.
        Assert.Equal(0.315, found.NetShare, 3);
        Assert.Equal((13_550 * 1000m, 9288 * 1000m), found.Sums.Where(s => s.Total is DumpTotal.Impressions).Select(s => (s.Before, s.After)).Single());
    }

    [Fact]
    public async Task Changed_and_missing_fields_falling_totals_and_other_advertisers_are_told()
    {
        var found = await DumpComparison.Of(
            Facts([Ad(1, ",\"bylines\":\"Payeur\""), Ad(2, ",\"eu_total_reach\":50"), Ad(3), Ad(4)]),
            Facts([Ad(1), Ad(2, ",\"eu_total_reach\":40").Replace("\"100\"", "\"99\"", StringComparison.Ordinal), Ad(3).Replace("\"9\"", "\"10\"", StringComparison.Ordinal), Ad(4).Replace("1000\"", "2000\"", StringComparison.Ordinal)]), Ct);
        Assert.Empty(found.Removed);
        Assert.Equal([("1000001", "payer,political"), ("1000003", "")], found.Changed.Select(c => (c.SourceId, string.Join(',', c.Gone))));
        Assert.Equal(["sponsor"], found.Changed[1].Changed);
        Assert.Equal([new FallenTotal("1000002", DumpTotal.Spend, 100, 99), new("1000002", DumpTotal.Reach, 50, 40)], found.Fallen);
        Assert.Equal([new ChangedAdvertiser("1000003", "9", "10")], found.Advertisers);
    }

    [Fact]
    public async Task An_ad_written_twice_counts_once()
    {
        var found = await DumpComparison.Of(Facts([Ad(1), Ad(1), Ad(2)]), Facts([Ad(2), Ad(2)]), Ct);
        Assert.Equal((2, 1, 0, 1), (found.Before, found.After, found.Added.Count, found.Removed.Count));
    }

    [Fact]
    public async Task What_is_kept_of_a_reading_is_compared_as_its_file()
    {
        var facts = await Facts([Ad(1, ",\"bylines\":\"Payeur\"")]).ToListAsync(Ct);
        Assert.Equal(facts[0], DumpFact.Of(facts[0].In(Guid.NewGuid())));
        Assert.True(facts[0].Fields.Length <= DumpLine.FieldsMaxLength);
    }
}
