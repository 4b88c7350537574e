using Beffroi.Encyclopedia;

namespace Beffroi.Encyclopedia.Tests;

public sealed class TemplateTests
{
    [Fact]
    public void Every_type_has_a_template() =>
        Assert.All(Enum.GetValues<EntryType>(), type => Assert.NotEmpty(Template.Of(type)));
}
