namespace Beffroi.Ads.Tests;

/// <summary>docs/ads-rows.md: each promise has its tests, and each of these is there.</summary>
public sealed class RowsTests
{
    [Fact]
    public void Every_row_names_tests_and_every_name_is_that_of_a_test() =>
        Assert.Empty(RowsPage.Faults("docs/ads-rows.md", [.. Enumerable.Range(1, 17).Select(n => $"A{n}"), .. Enumerable.Range(1, 14).Select(n => $"C{n}")]));
}
