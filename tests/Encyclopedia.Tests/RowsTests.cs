namespace Beffroi.Encyclopedia.Tests;

/// <summary>docs/encyclopedia-rows.md: each promise has its tests, and each of these is there.</summary>
public sealed class RowsTests
{
    [Fact]
    public void Every_row_names_tests_and_every_name_is_that_of_a_test() =>
        Assert.Empty(RowsPage.Faults("docs/encyclopedia-rows.md", [.. Enumerable.Range(1, 13).Select(n => $"E{n}"), .. Enumerable.Range(1, 9).Select(n => $"C{n}")]));
}
