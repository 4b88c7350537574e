namespace Beffroi.Incubator.Tests;

/// <summary>The table of what the specification asks, row by row, names tests that are there.</summary>
public sealed class RowsTests
{
    [Fact]
    public void Every_row_names_tests_and_every_name_is_that_of_a_test() =>
        Assert.Empty(RowsPage.Faults("docs/incubator-rows.md", [.. Rows("F", 24), .. Rows("I", 7), .. Rows("G", 2), .. Rows("D", 7), .. Rows("C", 30)]));

    static IEnumerable<string> Rows(string letter, int count) => Enumerable.Range(1, count).Select(n => $"{letter}{n}");
}
