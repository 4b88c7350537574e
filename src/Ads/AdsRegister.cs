using Beffroi.Kit;

namespace Beffroi.Ads;

/// <summary>What this module keeps of people, table by table (GDPR, article 30): a column that is not here fails a test.</summary>
public sealed class AdsRegister : IRegister
{
    public Type Database => typeof(AdsDb);

    public AssessmentTemplate? Assessment => AdsAssessment.Template;

    public IReadOnlyList<Treatment> Treatments { get; } =
    [
        new()
        {
            Key = "annonces-reponses", NeedsAssessment = true, Name = "Les réponses sur les annonces",
            Purpose = "Compter une fois chaque personne, sans savoir qui elle est.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Personnes qui disent à quoi sert une annonce", Data = "Réponses, dates, pseudonyme du navigateur ; pseudonyme du réseau.",
            Recipients = "Personne d’autre que l’équipe du service",
            Retention = "La clé du pseudonyme est détruite après 31 jours, celle du réseau le lendemain ; les réponses restent, sans lien avec personne.",
            Tables =
            [
                new() { Name = "Answer", Personal = "Id AdId At Election GroupId Labelled Language NamesSomebody Network OnGold Payer Political Purpose RemovalId Voter" },
                new() { Name = "AnswerRemoval", Personal = "By UndoneBy Voter", Plain = "Id Answers At CountedAt Reason UndoneAt", Unlinked = "By UndoneBy" },
                new() { Name = "Hold", Personal = "GroupId Voter Network Open Until" },
                new() { Name = "DayKey", Plain = "Day Sealed" },
                new() { Name = "NetworkKey", Plain = "Day Sealed" },
                new() { Name = "Verdict", Plain = "GroupId Question Answers At Certainty Counts Leading Majority MajorityShare Posterior Settled" },
                new() { Name = "AdGroup", Plain = "Id AddedAt Ads Answers Country Language Promised Rank ShownAdId Shuffle Signature State Wanted" },
                new() { Name = "GroupBand", Plain = "GroupId Band Hash" },
                new() { Name = "GoldAnswer", Personal = "By", Plain = "GroupId At Because Political Purpose", Unlinked = "By" },
            ],
        },
        new()
        {
            Key = "annonces-relecture", Name = "La relecture des annonces",
            Purpose = "Dire qui a décidé d’une annonce, et pourquoi.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Relecteurs, éditeurs et autorités à qui l’on écrit", Data = "Nom public du relecteur, décision, raison, lettres.",
            Recipients = "Tout le monde pour une décision publiée ; l’équipe pour le reste",
            Retention = "Tant que la décision est publiée.",
            Tables =
            [
                new() { Name = "Juror", Personal = "Id AccountId ConsentedAt GivenAt GivenBy PublicName WithdrawnAt WithdrawnBy", Holder = "AccountId", Erased = "AccountId", Unlinked = "GivenBy WithdrawnBy" },
                new() { Name = "Review", Personal = "By ByName Reason", Plain = "Id AdId At Computed Outcome Quotation Replaces Rule ShownFrom TextFrom TextHash", Kept = "By", Because = "Une décision publiée dit qui l’a prise : la personne a choisi ce nom public, et le commanditaire peut la contester." },
                new() { Name = "EstablishedFact", Personal = "By", Plain = "Id AdId At Because Key Replaces TextHash Value", Unlinked = "By" },
                new() { Name = "Notice", Personal = "AnswerNote By SentBy Text To", Plain = "Id AdId AnsweredAt At DueOn Kind ReceiptAt SentAt", Unlinked = "By SentBy" },
                new() { Name = "CaseTie", Personal = "By", Plain = "Id AdId At CaseId SponsorId UndoneAt", Unlinked = "By" },
                new() { Name = "AdImport", Personal = "By", Plain = "Id Added At Changed Name Refused Report Same Sha256 Source TakenAt", Emptied = "By" },
            ],
        },
        new()
        {
            Key = "annonces-publiees", Name = "Les annonces politiques des bibliothèques publiques",
            Purpose = "Vérifier le respect du droit électoral.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Annonceurs et payeurs que les plateformes rendent publics", Data = "Texte, image, page, payeur, bénéficiaire.",
            Recipients = "Tout le monde",
            Retention = "Tant que la comparaison des bibliothèques a un sens ; une annonce peut être masquée.",
            Tables =
            [
                new() { Name = "Ad", Personal = "Beneficiary Payer PageName PictureText Text", Plain = "Id CallToAction ChangedAt ContentHash Country Currency DeclaredPolitical FirstShownAt Folded GroupId HasTimes HiddenAt HiddenReason ImportId ImportedAt ImpressionsHigh ImpressionsLow Language LastShownAt LastingHash LibraryUrl LinkCaption LinkDetail LinkTitle LinkUrl Media PictureId Platforms Reach ReadAt SeenOn Source SourceId SpendHigh SpendLow SponsorId VanishedAt" },
                new() { Name = "AdPicture", Personal = "Bytes", Plain = "Id Height MediaType Sha256 Width" },
                new() { Name = "Sponsor", Personal = "Name", Plain = "Id Country Key Source" },
                new() { Name = "Dump", Plain = "Id Ads Announced CompletedAt Country ImportId ImportedAt Name Sha256 Source TakenAt Unread" },
                new() { Name = "DumpLine", Personal = "Advertiser Payer", Plain = "DumpId SourceId ContentHash Fields Impressions Reach Spend" },
                new() { Name = "AnnouncedTotal", Plain = "Id Ads Advertisers Country Day ImportId Name Sha256 Source WithoutPayer" },
            ],
        },
        new()
        {
            Key = "annonces-reponse-commanditaire", Name = "La réponse du commanditaire",
            Purpose = "Permettre à la personne mise en cause de répondre avant tous.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Commanditaires d’une annonce", Data = "Nom, réponse, date.",
            Recipients = "Tout le monde, avec la décision",
            Retention = "Le temps de la décision.",
            Tables =
            [
                new() { Name = "SponsorReply", Personal = "Id At ByName ReviewId Text WithheldAt WithheldBecause" },
                new() { Name = "ReplyInvitation", Personal = "By", Secret = "SecretHash", Plain = "Id At NotSentBecause ReviewId SentHow Until", Unlinked = "By" },
            ],
        },
        new()
        {
            Key = "annonces-envois", NeedsAssessment = true, Name = "Les annonces envoyées par des citoyens",
            Purpose = "Recevoir une annonce qui manque.", Basis = "Mission d’intérêt public (RGPD, article 6, 1, e)",
            People = "Personnes qui envoient une annonce ; annonceurs", Data = "Lien ou image sans ses données cachées, pseudonyme du réseau ; ni nom ni adresse.",
            Recipients = "Les relecteurs",
            Retention = "Un envoi refusé : 30 jours ; le pseudonyme du réseau perd sa clé le lendemain.",
            Tables =
            [
                new() { Name = "Submission", Personal = "Id AdId At DecidedAt DecidedBy Language LibraryUrl Network PageName Payer PictureId RefusedBecause SeenOn Text Why", Unlinked = "DecidedBy" },
            ],
        },
        Treatment.Journal,
    ];
}
