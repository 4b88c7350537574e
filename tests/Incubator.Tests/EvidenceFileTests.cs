using Beffroi.Incubator.Compliance;

namespace Beffroi.Incubator.Tests;

/// <summary>The file of results that an operator loads: whole, or refused with a reason.</summary>
public sealed class EvidenceFileTests
{
    [Fact]
    public void A_file_of_results_is_read_whole()
    {
        var (load, outcomes) = EvidenceFile.Read("""{ "commit": "abc", "date": "2026-11-22T10:00:00Z", "results": [{ "name": "A.B", "outcome": "passed" }, { "name": "A.C", "outcome": "failed" }, { "name": "A.D", "outcome": "skipped" }] }""", SiteUnderTest.Start);

        Assert.Equal(("abc", new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), 1, 1, 1), (load.Commit, load.RanAt, load.Passed, load.Failed, load.Skipped));
        Assert.Equal(["A.B Passed", "A.C Failed", "A.D Skipped"], outcomes.Select(o => $"{o.Name} {o.Result}"));
        Assert.All(outcomes, o => Assert.Equal(load.Id, o.LoadId));
    }

    [Theory]
    [InlineData("", "fichier de résultats")]
    [InlineData("[]", "fichier de résultats")]
    [InlineData("""{ "commit": "a", "date": "2026-11-22T10:00:00Z" }""", "fichier de résultats")]
    [InlineData("""{ "commit": "", "date": "2026-11-22T10:00:00Z", "results": [] }""", "commit")]
    [InlineData("""{ "commit": "a", "date": "2027-11-22T10:00:00Z", "results": [{ "name": "A", "outcome": "passed" }] }""", "date")]
    [InlineData("""{ "commit": "a", "date": "hier", "results": [{ "name": "A", "outcome": "passed" }] }""", "date")]
    [InlineData("""{ "commit": "a", "date": "2026-11-22T10:00:00Z", "results": [] }""", "results")]
    [InlineData("""{ "commit": "a", "date": "2026-11-22T10:00:00Z", "results": [{ "name": "A", "outcome": "passed" }, { "name": "", "outcome": "passed" }] }""", "résultat 2")]
    [InlineData("""{ "commit": "a", "date": "2026-11-22T10:00:00Z", "results": [{ "name": "A", "outcome": "green" }] }""", "résultat 1")]
    [InlineData("""{ "commit": "a", "date": "2026-11-22T10:00:00Z", "results": ["A"] }""", "fichier de résultats")]
    public void What_is_wrong_is_said(string text, string said) =>
        Assert.Contains(said, Assert.Throws<InvalidDataException>(() => EvidenceFile.Read(text, SiteUnderTest.Start)).Message, StringComparison.Ordinal);
}
