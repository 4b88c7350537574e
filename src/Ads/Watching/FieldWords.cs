using Beffroi.Ads.Dumps;
using Beffroi.Kit;

namespace Beffroi.Ads.Watching;

/// <summary>What the fields of a library are called.</summary>
static class FieldWords
{
    public static string Say(string field, Lang l) => field switch
    {
        "country" => l.Say("pays", "country"),
        "language" => l.Say("langue", "language"),
        "sponsor" => l.Say("identifiant de l’annonceur", "advertiser’s identifier"),
        "page" => l.Say("nom de la page", "name of the page"),
        "sponsor_country" => l.Say("pays de l’annonceur", "advertiser’s country"),
        "payer" => l.Say("qui paie", "who pays"),
        "beneficiary" => l.Say("pour le compte de qui", "on whose behalf"),
        "text" => l.Say("texte", "text"),
        "title" => l.Say("titre du lien", "title of the link"),
        "detail" => l.Say("description du lien", "description of the link"),
        "caption" => l.Say("légende du lien", "caption of the link"),
        "link" => l.Say("adresse du lien", "address of the link"),
        "call" => l.Say("bouton", "button"),
        "media" => l.Say("image ou vidéo", "picture or video"),
        "platforms" => l.Say("plateformes", "platforms"),
        "first_shown" => l.Say("début de l’affichage", "start of display"),
        "currency" => l.Say("monnaie", "currency"),
        "political" => l.Say("déclarée politique", "declared political"),
        "url" => l.Say("adresse publique", "public address"),
        _ => field,
    };

    public static string Say(DumpTotal total, Lang l) => total switch
    {
        DumpTotal.Impressions => l.Say("affichages", "impressions"),
        DumpTotal.Spend => l.Say("dépense", "spend"),
        DumpTotal.Reach => l.Say("comptes touchés", "accounts reached"),
    };
}
