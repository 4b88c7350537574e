namespace Beffroi.Testing;

/// <summary>Pages of requests, partners and funnels.</summary>
static class SupportPlaces
{
    public static IReadOnlyList<Place> Of(PlaceKeys keys) =>
    [
        new("/avis", "/avis?service=annonces", null),
        new("/aide/ecrire", "/aide/ecrire", null),
        new("/aide/ecrire/merci", "/aide/ecrire/merci?reference=2345-ABCD", Crew.Hugo),
        new("/en/help/write", "/en/help/write", null),
        new("/en/help/write/thanks", "/en/help/write/thanks?reference=2345-ABCD", Crew.Hugo),
        new("/en/opinion", "/en/opinion?service=annonces", null),
        new("/en/opinion/thanks", "/en/opinion/thanks", Crew.Hugo),
        new("/admin/demandes", "/admin/demandes", Crew.Superadmin),
        new("/admin/demandes/{id:guid}", $"/admin/demandes/{keys.Request}", Crew.Superadmin),
        new("/admin/demandes/delais", "/admin/demandes/delais", Crew.Superadmin),
        new("/admin/partenaires", "/admin/partenaires", Crew.Superadmin),
        new("/admin/partenaires/nouveau", "/admin/partenaires/nouveau", Crew.Superadmin),
        new("/admin/partenaires/{id:guid}", $"/admin/partenaires/{keys.Prospect}", Crew.Superadmin),
        new("/admin/parcours", "/admin/parcours", Crew.Superadmin),
    ];
}
