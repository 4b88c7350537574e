using System.Text.RegularExpressions;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Tongues;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Beffroi.Eva.Player.Tests;

/// <summary>What a screen shows of what it tells.</summary>
public sealed class ToldTests
{
    private static readonly RenderFragment<Telling> Pause = tell => builder =>
    {
        builder.AddContent(0, tell.Title("pause.titre"));
        builder.AddContent(1, tell.Line("pause.texte"));
    };

    [Fact]
    public async Task In_French_the_words_stand_alone() =>
        Assert.Equal("""<h1 id="titre" tabindex="-1">C’est la pause.</h1><p>Prenez votre temps. Le jeu vous attend.</p>""", await Show(new Tongue(), Pause));

    [Fact]
    public async Task In_another_language_its_words_come_first_in_their_direction_and_the_French_is_one_tap_away()
    {
        var tongue = new Tongue();
        tongue.Choose(Language.Find("ar")!);

        var folded = await Show(tongue, Pause);
        Assert.StartsWith("""<div class="tongue" lang="ar" dir="rtl" data-voice="ar"><h1 id="titre" tabindex="-1">هذا وقت الاستراحة.</h1>""", folded, StringComparison.Ordinal);
        Assert.Contains("""aria-expanded="false">""", folded, StringComparison.Ordinal);
        Assert.DoesNotContain("C’est la pause", folded, StringComparison.Ordinal);

        tongue.ShowFrench(true);
        var unfolded = await Show(tongue, Pause);
        Assert.Contains("""aria-expanded="true">""", unfolded, StringComparison.Ordinal);
        Assert.EndsWith("""<div class="tongue-french" lang="fr" dir="ltr"><p class="tongue-title">C’est la pause.</p><p>Prenez votre temps. Le jeu vous attend.</p></div>""", unfolded, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(unfolded, "id=\"titre\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_French_button_named_inside_another_language_says_that_it_is_French()
    {
        var tongue = new Tongue();
        tongue.Choose(Language.Find("uk")!);

        Assert.Contains("""<p>Натисніть «<bdi lang="fr">Valider</bdi>».</p>""", await Show(tongue, tell => tell.Line("aide.questions.3")), StringComparison.Ordinal);
        Assert.Contains("""<p>Вітаємо, <bdi>Awa</bdi>.</p>""", await Show(tongue, tell => tell.Line("ville.bonjour", ("prenom", "Awa"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_key_yet_is_told_in_French_and_marked_as_such()
    {
        var tongue = new Tongue();
        tongue.Choose(Language.Find("fa")!);

        Assert.Contains("""<p lang="fr" dir="ltr">Vous êtes au café.</p>""", await Show(tongue, tell => tell.Line("Vous êtes au café.")), StringComparison.Ordinal);
    }

    private static async Task<string> Show(Tongue tongue, RenderFragment<Telling> told)
    {
        await using var services = new ServiceCollection().AddSingleton(tongue).BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Told>(ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Told.ChildContent)] = told }))).ToHtmlString());
        return Regex.Replace(System.Net.WebUtility.HtmlDecode(html), @">\s+<|^\s+|\s+$", match => match.Value.StartsWith('>') ? "><" : "", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
