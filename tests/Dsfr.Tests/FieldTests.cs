namespace Beffroi.Dsfr.Tests;

public sealed class FieldTests
{
    [Fact]
    public async Task Identifiers_come_from_the_name()
    {
        var group = await Rendered.Element<TextField>(("Name", "Person.Birth"), ("Label", "Date"), ("Hint", "jj/mm/aaaa"), ("Error", "Écrivez une date."));

        var input = group.QuerySelector("input")!;
        Assert.Equal("Person-Birth", input.Id);
        Assert.Equal("Person.Birth", input.GetAttribute("name"));
        Assert.Equal("Person-Birth-indice Person-Birth-erreur", input.GetAttribute("aria-describedby"));
        Assert.Equal("jj/mm/aaaa", group.QuerySelector("#Person-Birth-indice")!.TextContent);
        Assert.Equal("Écrivez une date.", group.QuerySelector("#Person-Birth-erreur")!.TextContent);
    }

    [Fact]
    public async Task What_the_person_typed_comes_back_and_cannot_be_code()
    {
        var input = (await Rendered.Element<TextField>(("Name", "Nom"), ("Label", "Nom"), ("Value", "\"><script>alert(1)</script>"))).QuerySelector("input")!;

        Assert.Equal("\"><script>alert(1)</script>", input.GetAttribute("value"));
        Assert.Null(input.NextElementSibling!.QuerySelector("script"));
    }

    [Fact]
    public async Task Other_attributes_go_to_the_control()
    {
        var input = (await Rendered.Element<TextField>(
            ("Name", "Code"), ("Label", "Code"), ("Autocomplete", "one-time-code"), ("InputMode", "numeric"), ("MaxLength", 6), ("Spellcheck", false),
            ("pattern", "[0-9]*"), ("class", "fr-mb-0"))).QuerySelector("input")!;

        Assert.Equal("one-time-code", input.GetAttribute("autocomplete"));
        Assert.Equal("numeric", input.GetAttribute("inputmode"));
        Assert.Equal("6", input.GetAttribute("maxlength"));
        Assert.Equal("false", input.GetAttribute("spellcheck"));
        Assert.Equal("[0-9]*", input.GetAttribute("pattern"));
        Assert.Equal("fr-input", input.ClassName);
        Assert.Contains("fr-mb-0", input.ParentElement!.ClassList, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(true, "Nom", "true")]
    [InlineData(false, "Nom (facultatif)", null)]
    [InlineData(null, "Nom", null)]
    public async Task Optional_fields_say_so(bool? required, string label, string? ariaRequired)
    {
        var group = await Rendered.Element<TextField>(("Name", "Nom"), ("Label", "Nom"), ("Required", required));

        Assert.Equal(label, group.QuerySelector("label")!.TextContent.Trim());
        Assert.Equal(ariaRequired, group.QuerySelector("input")!.GetAttribute("aria-required"));
        Assert.False(group.QuerySelector("input")!.HasAttribute("required"));
    }

    [Fact]
    public async Task The_error_summary_leads_to_each_field()
    {
        var summary = await Rendered.Element<ErrorSummary>(("Errors", new (string, string)[]
        {
            ("Person.Name", "Écrivez un nom."), ("Language", "Choisissez une langue."), ("", "Réessayez plus tard."),
        }));
        var field = await Rendered.Element<TextField>(("Name", "Person.Name"), ("Label", "Nom"));
        var radios = await Rendered.Element<RadioGroup>(("Name", "Language"), ("Legend", "Langue"), ("Options", new Option[] { new("fr", "Français"), new("en", "Anglais") }));

        Assert.Equal("#Person-Name #Language", string.Join(' ', summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))));
        Assert.Equal("input", field.QuerySelector("#Person-Name")!.LocalName);
        Assert.Equal("fr", radios.QuerySelector("#Language")!.GetAttribute("value"));
        Assert.Equal(3, summary.QuerySelectorAll("li").Length);
        Assert.Equal("alert", summary.GetAttribute("role"));
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
    }

    [Fact]
    public async Task No_error_has_no_summary() =>
        Assert.Empty((await Rendered.Html<ErrorSummary>(("Errors", Array.Empty<(string, string)>()))).Trim());

    [Fact]
    public async Task A_password_does_not_come_back() =>
        Assert.False((await Rendered.Element<PasswordField>(("Name", "Password"), ("Label", "Mot de passe"))).QuerySelector("input")!.HasAttribute("value"));

    [Fact]
    public async Task The_chosen_values_stay_chosen()
    {
        Option[] options = [new("a", "A"), new("b", "B")];

        Assert.Equal("b", (await Rendered.Element<SelectField>(("Name", "S"), ("Label", "S"), ("Options", options), ("Value", "b"))).QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal("b", (await Rendered.Element<RadioGroup>(("Name", "R"), ("Legend", "R"), ("Options", options), ("Value", "b"))).QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal(2, (await Rendered.Element<CheckboxGroup>(("Name", "C"), ("Legend", "C"), ("Options", options), ("Values", new[] { "a", "b" }))).QuerySelectorAll("input[checked]").Length);
    }
}
