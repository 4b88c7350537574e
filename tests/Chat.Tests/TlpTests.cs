namespace Beffroi.Chat.Tests;

public sealed class TlpTests
{
    [Fact]
    public void Markings_are_ordered_from_the_widest_to_the_narrowest() =>
        Assert.Equal([Tlp.Clear, Tlp.Green, Tlp.Amber, Tlp.AmberStrict, Tlp.Red], Enum.GetValues<Tlp>().Order());
}
