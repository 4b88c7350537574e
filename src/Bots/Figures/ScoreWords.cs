using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots.Figures;

/// <summary>Scores, networks, traces and roles as people read them.</summary>
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
