using Beffroi.Ads;
using Beffroi.Kit;

namespace Beffroi.Testing;

/// <summary>The pages about ads, in both languages.</summary>
static class AdsPlaces
{
    public static IEnumerable<Place> All => Langs.All.SelectMany(In);

    /// <summary>Answers that are no page.</summary>
    public static IEnumerable<KeyValuePair<string, string>> NoPage =>
    [
        .. Langs.All.SelectMany(l => new[] { Addresses.DataFile(l, "csv"), Addresses.DataFile(l, "json"), Addresses.DataPackage(l) }).Select(file => KeyValuePair.Create(file, "a file")),
        KeyValuePair.Create(Addresses.Schema, "JSON for machines"),
        KeyValuePair.Create(Addresses.French + "/image/{id:guid}", "a picture"),
        .. new[] { "/api/ads", "/api/ads/{id:guid}", "/api/ads/results" }.Select(route => KeyValuePair.Create(route, "JSON for machines")),
    ];

    static IEnumerable<Place> In(Lang l) =>
    [
        // Where people answer.
        new(Addresses.Home(l), Addresses.Home(l), null),
        new(Addresses.Answer(l) + "/{id:guid}", Addresses.More(l, AdsFurnishing.Answer), AdsFurnishing.Volunteer),
        new(Addresses.Mine(l), Addresses.Mine(l), null),
        new(Addresses.Mine(l), Addresses.Mine(l), AdsFurnishing.Volunteer),
        new(Addresses.Contributors(l), Addresses.Contributors(l), Crew.Superadmin),
        new(Addresses.Gold(l), Addresses.Gold(l), Crew.Superadmin),

        // What everybody reads.
        new(Addresses.List(l), Addresses.List(l), null),
        new(Addresses.List(l), Addresses.List(l) + "?political=Yes", null),
        new(Addresses.Home(l) + l.Say("/annonce/", "/ad/") + "{id:guid}", Addresses.Ad(l, AdsFurnishing.Political), null),
        new(Addresses.Home(l) + l.Say("/annonce/", "/ad/") + "{id:guid}", Addresses.Ad(l, AdsReviewFurnishing.Decided), null),
        new(Addresses.Home(l) + l.Say("/annonce/", "/ad/") + "{id:guid}", Addresses.Ad(l, AdsReviewFurnishing.Differed), null),
        new(Addresses.Home(l) + l.Say("/annonceur/", "/sponsor/") + "{id:guid}", Addresses.Sponsor(l, AdsFurnishing.Sponsor), null),
        new(Addresses.Results(l), Addresses.Results(l), null),
        new(Addresses.Method(l), Addresses.Method(l), null),
        new(Addresses.Rules(l), Addresses.Rules(l), null),
        new(Addresses.Data(l), Addresses.Data(l), null),

        // Where reviewers read, decide and write; where a sponsor answers.
        new(Addresses.Experts(l), Addresses.Experts(l), Crew.Superadmin),
        new(Addresses.Experts(l) + "/{id:guid}", Addresses.Review(l, AdsFurnishing.Political), Crew.Superadmin),
        new(Addresses.Experts(l) + "/{id:guid}", Addresses.Review(l, AdsReviewFurnishing.Decided), Crew.Superadmin),
        new(Addresses.Reply(l, "{secret}"), Addresses.Reply(l, AdsReviewFurnishing.Secret), null),
        new(Addresses.Notices(l), Addresses.Notices(l), Crew.Superadmin),
        new(Addresses.Notices(l) + "/{id:guid}", Addresses.Notice(l, AdsReviewFurnishing.Draft), Crew.Superadmin),
        new(Addresses.Notices(l) + "/{id:guid}", Addresses.Notice(l, AdsReviewFurnishing.Sent), Crew.Superadmin),
        new(Addresses.Jurors(l), Addresses.Jurors(l), Crew.Superadmin),

        // What comes in: files, sendings of citizens, readings of libraries.
        new(Addresses.Import(l), Addresses.Import(l), Crew.Superadmin),
        new(Addresses.Submit(l), Addresses.Submit(l), null),
        new(Addresses.Submissions(l), Addresses.Submissions(l), Crew.Superadmin),
        new(Addresses.Watch(l), Addresses.Watch(l), null),
        new(Addresses.Watch(l) + "/{id:guid}", Addresses.Comparison(l, AdsIntakeFurnishing.Second), null),
    ];
}
