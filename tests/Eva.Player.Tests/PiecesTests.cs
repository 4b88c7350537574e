using System.Text.RegularExpressions;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Tongues;

namespace Beffroi.Eva.Player.Tests;

/// <summary>Sentences cut by hand, as a regular expression cuts them.</summary>
public sealed partial class PiecesTests
{
    static readonly IReadOnlyList<string> Sentences =
    [
        "", "Bonjour {prenom}.", "{un}{deux}", "{ }", "{", "}{", "{prenom", "«Valider»", "Натисніть «Valider», потім «Continuer».", "“Je ne sais pas”", "«", "«»", "« Valider »", "«Валидер»", "«Valider", "a «b {c}» d", "«{c}»",
        .. Language.All.SelectMany(language => Language.French.Keys.Select(key => language.Say(key).Text)),
    ];

    [Fact]
    public void A_sentence_is_cut_as_the_expression_cuts_it() => Assert.All(Sentences, text =>
    {
        Assert.Equal(Oracle().Split(text).Where(piece => piece.Length > 0), Pieces.Of(text));
        Assert.All(Pieces.Of(text), piece => Assert.Equal(Quoted().IsMatch(piece), Pieces.IsQuoted(piece)));
    });

    [GeneratedRegex("""(?<piece>\{\w+\}|(?<=[«“])[A-Za-zÀ-ÿ’' +]+(?=[»”]))""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Oracle();

    [GeneratedRegex("^[A-Za-zÀ-ÿ’' +]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
