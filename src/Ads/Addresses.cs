using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>Where each page is, in French and in English: the same page, two addresses.</summary>
public static class Addresses
{
    public const string French = "/annonces";
    public const string English = "/en/ads";

    /// <summary>One ad and the first question, at once.</summary>
    public static string Home(Lang l) => l.Say(French, English);
    public static string Answer(Lang l) => Home(l) + l.Say("/repondre", "/answer");
    public static string More(Lang l, Guid answer) => Answer(l) + $"/{answer}";
    public static string Another(Lang l) => Home(l) + l.Say("/autre", "/another");
    public static string Mine(Lang l) => Home(l) + l.Say("/mes-reponses", "/my-answers");
    public static string Method(Lang l) => Home(l) + l.Say("/methode", "/method");
    public static string Rules(Lang l) => Home(l) + l.Say("/regles", "/rules");
    public static string List(Lang l) => Home(l) + l.Say("/toutes", "/all");
    public static string Ad(Lang l, Guid ad) => Home(l) + l.Say("/annonce/", "/ad/") + ad;
    public static string Picture(Guid picture) => $"{French}/image/{picture}";
    public static string Results(Lang l) => Home(l) + l.Say("/resultats", "/results");
    public static string Data(Lang l) => Home(l) + l.Say("/donnees", "/data");
    public static string DataFile(Lang l, string end) => Data(l) + "/ads." + end;
    public static string Watch(Lang l) => Home(l) + l.Say("/bibliotheques", "/libraries");
    public static string Comparison(Lang l, Guid dump) => Watch(l) + $"/{dump}";
    public static string Submit(Lang l) => Home(l) + l.Say("/signaler", "/send");
    public static string Submissions(Lang l) => Home(l) + l.Say("/envois", "/submissions");
    public static string Import(Lang l) => Home(l) + l.Say("/import", "/import");

    /// <summary>JSON Schema of our own import format.</summary>
    public const string Schema = French + "/import/schema.json";

    public static string Experts(Lang l) => Home(l) + l.Say("/relecture", "/review");
    public static string Review(Lang l, Guid ad) => Experts(l) + $"/{ad}";
    public static string Fact(Lang l, Guid ad) => Review(l, ad) + l.Say("/fait", "/fact");
    public static string Sooner(Lang l, Guid ad) => Review(l, ad) + l.Say("/plus-tot", "/sooner");
    public static string Invite(Lang l, Guid ad) => Review(l, ad) + "/invitation";
    public static string CannotInvite(Lang l, Guid ad, Guid invitation) => Invite(l, ad) + $"/{invitation}" + l.Say("/impossible", "/cannot");
    public static string Hide(Lang l, Guid ad) => Review(l, ad) + l.Say("/masquer", "/hide");
    public static string ShowAgain(Lang l, Guid ad) => Review(l, ad) + l.Say("/montrer", "/show");
    public static string WithholdReply(Lang l, Guid ad, Guid reply) => Review(l, ad) + l.Say("/reponse/", "/reply/") + reply;
    public static string ReleaseReply(Lang l, Guid ad, Guid reply) => WithholdReply(l, ad, reply) + l.Say("/montrer", "/show");
    public static string Draft(Lang l, Guid ad) => Review(l, ad) + l.Say("/courrier", "/letter");
    public static string Tie(Lang l, Guid ad) => Review(l, ad) + l.Say("/dossier", "/case");
    public static string MyName(Lang l) => Experts(l) + l.Say("/mon-nom", "/my-name");
    public static string Jurors(Lang l) => Home(l) + l.Say("/relecteurs", "/reviewers");
    public static string Gold(Lang l) => Home(l) + l.Say("/temoins", "/known-answers");
    public static string Contributors(Lang l) => Home(l) + l.Say("/contributions", "/contributions");
    public static string Reply(Lang l, string secret) => Home(l) + l.Say("/droit-de-reponse/", "/right-of-reply/") + secret;
    public static string Notices(Lang l) => Home(l) + l.Say("/courriers", "/notices");
    public static string Notice(Lang l, Guid notice) => Notices(l) + $"/{notice}";
    public static string DataPackage(Lang l) => Data(l) + "/datapackage.json";
    public static string Sponsor(Lang l, Guid sponsor) => Home(l) + l.Say("/annonceur/", "/sponsor/") + sponsor;
}
