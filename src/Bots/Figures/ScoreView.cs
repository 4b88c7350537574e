using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots.Figures;

/// <summary>A score as it is shown: never a figure without its interval, nor without the share of programs that it supposes.</summary>
/// <param name="Share">Of programs among the accounts looked at.</param>
public sealed record ScoreView(double Probability, double Low, double High, AutomationClass Class, ScoreDoubt Doubt, double Share)
{
    public static ScoreView? Of(ScorePoint? point) =>
        point is null ? null : new(point.Probability, point.Low, point.High, point.Class, point.Doubt, Probably(Log(point.Probability) - point.LogOdds));

    /// <summary>The same account where another share of programs is supposed: odds' = odds · [π'/(1−π')] / [π/(1−π)] (see docs/detection-model.md).</summary>
    public static ScoreView At(ScorePoint point, double share)
    {
        var shift = Log(share) - (Log(point.Probability) - point.LogOdds);
        var (probability, low, high) = (Probably(point.LogOdds + Log(share)), Probably(Log(point.Low) + shift), Probably(Log(point.High) + shift));
        // A doubt that comes from what is missing stays; one that comes from the border is asked again.
        var doubt = point.Doubt is ScoreDoubt.None or ScoreDoubt.Border ? low <= 0.5 && high >= 0.5 ? ScoreDoubt.Border : ScoreDoubt.None : point.Doubt;
        return new(probability, low, high, doubt is not ScoreDoubt.None ? AutomationClass.Undetermined : probability > 0.5 ? AutomationClass.Bot : AutomationClass.Human, doubt, share);
    }

    public string Interval(Lang l) => l.Say($"de {Chance(Low, l)} à {Chance(High, l)}", $"from {Chance(Low, l)} to {Chance(High, l)}");

    public string Told(Lang l) => Chance(Probability, l);

    /// <summary>Never 0 nor 100 %, which no measurement gives.</summary>
    public static string Chance(double probability, Lang l) => probability switch
    {
        > 0.99 => l.Say("plus de 99\u202F%", "more than 99%"),
        < 0.01 => l.Say("moins de 1\u202F%", "less than 1%"),
        _ => l.Percent(probability),
    };

    static double Log(double probability)
    {
        // A score kept as 0 or 1 by rounding still moves.
        var kept = Math.Clamp(probability, 1e-12, 1 - 1e-12);
        return Math.Log(kept / (1 - kept));
    }

    static double Probably(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}

public static class ScoreWords
{
    public static string Say(this AutomationClass value, Lang l) => value switch
    {
        AutomationClass.Bot => l.Say("Signes d’automatisation", "Signs of automation"),
        AutomationClass.Human => l.Say("Pas de signe d’automatisation", "No sign of automation"),
        AutomationClass.Undetermined => l.Say("Indéterminé", "Undetermined"),
    };

    public static string Say(this ScoreDoubt doubt, Lang l) => doubt switch
    {
        ScoreDoubt.None => "",
        ScoreDoubt.Missing => l.Say("trop d’informations manquent", "too much is missing"),
        ScoreDoubt.Network => l.Say("le modèle n’a appris d’aucun compte de ce réseau, et le profil seul ne suffit pas", "the model learnt from no account of this network, and the profile alone is not enough"),
        ScoreDoubt.Range => l.Say("le compte sort de l’étendue de ceux dont le modèle a appris", "the account is out of the range of those that the model learnt from"),
        ScoreDoubt.Border => l.Say("l’intervalle contient la moitié", "the interval holds one half"),
        ScoreDoubt.Quiet => l.Say("le compte a trop peu publié", "the account has published too little"),
    };

    public static string Say(this Network network, Lang l) => network switch
    {
        Network.Twitter => "X (Twitter)",
        Network.Bluesky => "Bluesky",
        Network.Mastodon => "Mastodon",
        Network.Other => l.Say("Autre réseau", "Other network"),
    };

    public static string Say(this Trace trace, Lang l) => trace switch
    {
        Trace.Repost => l.Say("Republication", "Repost"),
        Trace.Url => l.Say("Lien", "Link"),
        Trace.HashtagSequence => l.Say("Mots-dièse dans le même ordre", "Hashtags in the same order"),
        Trace.Text => l.Say("Texte", "Text"),
        Trace.NearText => l.Say("Texte presque identique", "Nearly the same text"),
        Trace.Media => l.Say("Image", "Picture"),
        Trace.NearMedia => l.Say("Image presque identique", "Nearly the same picture"),
        Trace.Reply => l.Say("Réponse", "Reply"),
    };

    public static string Role(string role, Lang l) => Enum.TryParse<ClusterRole>(role, out var known) ? known switch
    {
        ClusterRole.Member => l.Say("Membre", "Member"),
        ClusterRole.FirstMover => l.Say("Publie d’abord", "Posts first"),
        ClusterRole.Amplifier => l.Say("Relaie", "Relays"),
        ClusterRole.Bridge => l.Say("Relie à un autre groupe", "Links to another group"),
    } : role;

    public static string Say(this PostKind kind, Lang l) => kind switch
    {
        PostKind.Post => l.Say("Publication", "Post"),
        PostKind.Reply => l.Say("Réponse", "Reply"),
        PostKind.Repost => l.Say("Republication", "Repost"),
        PostKind.Quote => l.Say("Citation", "Quote"),
    };

    /// <summary>What an account is called: its handle, or its number.</summary>
    public static string Called(string? handle, string nativeId) => string.IsNullOrEmpty(handle) ? nativeId : "@" + handle;
}
