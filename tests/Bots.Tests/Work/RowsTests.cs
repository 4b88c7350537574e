namespace Beffroi.Bots.Tests.Work;

/// <summary>docs/bots-rows.md: each promise has its tests, and each of these is there.</summary>
public sealed class RowsTests
{
    [Fact]
    public void Every_row_names_tests_and_every_name_is_that_of_a_test() =>
        Assert.Empty(RowsPage.Faults("docs/bots-rows.md", Enumerable.Range(1, 18).Select(n => $"B{n}")));
}
