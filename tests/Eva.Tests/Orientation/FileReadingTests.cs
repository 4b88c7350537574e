using System.IO.Compression;
using System.Text;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.OrientationFiles;

namespace Beffroi.Eva.Tests.Orientation;

/// <summary>The published formats, and what is said of a file that is none of them.</summary>
public sealed class FileReadingTests
{
    const string BmoHead = "annee;Code métier BMO;Nom métier BMO;Famille_met;Lbl_fam_met;REG;NOM_REG;Dept;NomDept;BE25;NOMBE25;met;xmet;smet";

    [Fact]
    public void A_BMO_file_is_summed_by_departement_and_for_France_and_a_secret_figure_is_no_zero()
    {
        var reading = Read(FileKind.Bmo, BmoHead,
            "2025;D1X33;Soudeurs;I;x;32;x;59;Nord;3201;LILLE;100;60;*",
            "2025;D1X33;Soudeurs;I;x;32;x;59;Nord;3202;DOUAI;50;40;0",
            "2025;D1X33;Soudeurs;I;x;32;x;62;Pas-de-Calais;3203;LENS;*;*;*",
            "2025;D1X33;Soudeurs;I;x;84;x;1;Ain;8201;BOURG;10;0;0");

        Assert.Empty(reading.Faults);
        Assert.Equal([("01", 10, 0), ("59", 150, 100), ("FR", 160, 100)], reading.Content.Tension.Select(t => (t.Territory, t.Projects!.Value, t.Difficult!.Value)));
        Assert.Contains("1 ligne a un chiffre sous secret", Assert.Single(reading.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void The_workbook_of_France_Travail_has_its_figures_on_the_second_sheet()
    {
        var file = Workbook([["Variable", "Description"], ["met", "Projets"]], [BmoHead.Split(';'), "2025;D1X33;Soudeurs;I;x;32;x;59;Nord;3201;LILLE;100;60;*".Split(';')]);

        Assert.Equal(60, Assert.Single(FileReading.Of(FileKind.Bmo, file).Content.Tension, t => t.Territory == "59").Difficult);
    }

    [Fact]
    public void Each_bad_line_of_a_BMO_file_is_told_with_its_number_and_column()
    {
        var reading = Read(FileKind.Bmo, BmoHead,
            "2025;D1X33;Soudeurs;I;x;32;x;59;Nord;1;L;100;60;*",
            "25;D1X3;Soudeurs;I;x;32;x;99;Nord;1;L;100;160;*",
            "2025;D1X33;Soudeurs;I;x;32;x;2a;Corse;1;L;cent;-1;*",
            "2024;D1X33;Soudeurs;I;x;32;x;59;Nord;1;L;100;60;*");

        Assert.Equal([(3, "annee"), (3, "Code métier BMO"), (3, "Dept"), (3, "xmet"), (4, "met"), (4, "xmet"), (null, "annee")], reading.Faults.Select(f => (f.Row, f.Column)));
    }

    [Fact]
    public void The_Dares_file_keeps_the_class_of_its_newest_year()
    {
        var reading = Read(FileKind.Dares, "Annee;Code FAP 228;Libelle FAP 228;Code departement;Tension;Tension (discret)",
            "2023;D1X33;Soudeurs;59;0,9;4", "2024;D1X33;Soudeurs;59;1,1;5", "2024;D1X33;Soudeurs;62;;", "2024;S1X40;Cuisiniers;59;0,1;3");

        Assert.Empty(reading.Faults);
        Assert.Equal([("D1X33", "59", 5), ("S1X40", "59", 3)], reading.Content.Tension.Select(t => (t.Fap, t.Territory, t.Class!.Value)));
        Assert.Equal(2, reading.Notes.Count);
        Assert.Equal((2, "tension_discret"), Read(FileKind.Dares, "annee;code_fap_228;libelle_fap_228;code_departement;tension_discret", "2024;D1X33;Soudeurs;59;6").Faults.Select(f => (f.Row!.Value, f.Column)).Single());
    }

    [Fact]
    public void Our_own_offers_are_read_and_each_mistake_has_its_place()
    {
        var sample = FileReading.Of(FileKind.Offres, Encoding.UTF8.GetBytes(OrientationData.Text("offres-exemple.csv")));
        Assert.Empty(sample.Faults);
        Assert.Equal(12, sample.Content.Offers.Count);
        Assert.All(sample.Content.Offers, o => Assert.StartsWith("[Exemple inventé]", o.Title, StringComparison.Ordinal));

        var wrong = Read(FileKind.Offres, "identifiant;intitule;nature;sous_domaines;organisme;commune;code_postal;debut;heures;gratuite;accessible;adresse;valable_jusqu_au",
            "a;Titre;ocb;;Org;Lille;59000;2027-01-11;35;oui;non;https://x.example;11/01/2027",
            "a;;relecture;2.9;Org;Lille;1000;demain;0;peut-être;;javascript:1;2027-13-01");

        Assert.Equal(
            ["intitule", "identifiant", "nature", "sous_domaines", "code_postal", "adresse", "debut", "valable_jusqu_au", "heures", "gratuite"],
            wrong.Faults.Select(f => f.Column));
        Assert.All(wrong.Faults, f => Assert.Equal(3, f.Row));
    }

    [Fact]
    public void LHEO_gives_one_offer_a_session_and_the_title_says_what_it_is_for()
    {
        var reading = FileReading.Of(FileKind.Lheo, Encoding.UTF8.GetBytes(Lheo("Compétences de base professionnelles", "59000", "20270111")));

        var offer = Assert.Single(reading.Content.Offers);
        Assert.Equal((OfferKind.Ocb, "Lille", "59000", new DateOnly(2027, 1, 11), "Organisme d’exemple"), (offer.Kind, offer.Commune, offer.PostCode, offer.StartsOn!.Value, offer.Organisation));
        Assert.Equal(5, Assert.Single(FileReading.Of(FileKind.Lheo, Encoding.UTF8.GetBytes(Lheo("CAP cuisine", "590", "20270111"))).Faults).Row);
        Assert.Equal(new DateOnly(2027, 9, 1), FileReading.Of(FileKind.Lheo, Encoding.UTF8.GetBytes(Lheo("CAP cuisine", "59000", "20270900"))).Content.Offers.Single().StartsOn);
    }

    [Theory]
    [InlineData("Alphabétisation et FLE", OfferKind.Alphabetisation)]
    [InlineData("Français langue étrangère, niveau A1", OfferKind.Fle)]
    [InlineData("FLE à visée professionnelle", OfferKind.Fle)]
    [InlineData("Certification CléA", OfferKind.CleaModule)]
    [InlineData("Lutte contre l'illettrisme", OfferKind.Reapprentissage)]
    [InlineData("Savoirs de base", OfferKind.Ocb)]
    [InlineData("Nucléaire : les bases", OfferKind.Metier)]
    [InlineData("Réflexologie", OfferKind.Metier)]
    public void The_words_of_a_title_tell_its_kind(string title, OfferKind kind) =>
        Assert.Equal(kind, FileReading.Of(FileKind.Lheo, Encoding.UTF8.GetBytes(Lheo(title, "59000", "20270111"))).Content.Offers.Single().Kind);

    [Fact]
    public void A_table_of_passage_names_codes_of_the_ROME()
    {
        Assert.Equal([new("D1X33", "H2913")], Read(FileKind.Passage, "FAP;ROME", "D1X33;H2913").Content.Passage);
        Assert.Equal([(2, "rome"), (4, "fap")], Read(FileKind.Passage, "code_fap;code_rome", "D1X33;Z0000", "D1X33;H2913", "D1X33;H2913").Faults.Select(f => (f.Row!.Value, f.Column!)));
    }

    [Fact]
    public void Whatever_is_cut_or_damaged_is_said_and_never_throws()
    {
        var sources = new (FileKind Kind, byte[] File)[]
        {
            (FileKind.Offres, Encoding.UTF8.GetBytes(OrientationData.Text("offres-exemple.csv"))),
            (FileKind.Bmo, Encoding.UTF8.GetBytes(OrientationData.Text("bmo-exemple.csv"))),
            (FileKind.Lheo, Encoding.UTF8.GetBytes(Lheo("CAP cuisine", "59000", "20270111"))),
            (FileKind.Bmo, Workbook([["a"]], [BmoHead.Split(';')])),
        };
        var random = new Random(20261126);
        foreach (var (_, file) in sources)
        {
            foreach (var kind in Enum.GetValues<FileKind>())
            {
                for (var turn = 0; turn < 30; turn++)
                {
                    var damaged = turn % 2 == 0 ? file[..random.Next(file.Length)] : [.. file];
                    if (damaged.Length > 0 && turn % 2 == 1)
                    {
                        damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                    }

                    var reading = FileReading.Of(kind, damaged);
                    Assert.True(reading.Faults.Count > 0 || reading.Content.Count > 0);
                    Assert.All(reading.Faults, f => Assert.EndsWith(".", f.Sentence, StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    public void Figures_join_the_ROME_by_our_names_or_by_an_imported_table_and_fewer_than_20_projects_tell_nothing()
    {
        var file = new FileHead(Guid.NewGuid(), FileKind.Bmo, FileUse.Tension, "x", new(2026, 1, 1), "x", null, default, 3);
        TensionRow[] rows = [new("59", "D1X33", "Soudeurs", 19, 19), new("FR", "D1X33", "Soudeurs", 100, 60), new("59", "B2X44", "Couvreurs", 20, 10), new("62", "B2X44", "Couvreurs", 50, 50)];

        var ours = OrientationShelf.View(file, rows, new([]), "59");
        Assert.Equal((0.6, "Soudeurs, France entière"), (ours.Of("H2913")!.Share!.Value, ours.Of("H2913")!.Family));
        Assert.Equal((0.5, "Couvreurs"), (ours.Of("F1610")!.Share!.Value, ours.Of("F1610")!.Family));
        Assert.Null(ours.Of("G1602"));

        var imported = OrientationShelf.View(file, rows, new([new("B2X44", "G1602")]), "59");
        Assert.Equal(0.5, imported.Of("G1602")!.Share);
        Assert.Null(imported.Of("F1610"));
    }

    [Theory]
    [InlineData("20000", "2A")]
    [InlineData("20200", "2B")]
    [InlineData("97400", "974")]
    [InlineData("01000", "01")]
    public void A_post_code_tells_its_departement(string code, string department) => Assert.Equal(department, Departments.OfPostCode(code));

    static FileReading Read(FileKind kind, params string[] lines) => FileReading.Of(kind, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    static string Lheo(string title, string code, string day) => $"""
        <lheo xmlns="http://lheo.gouv.fr/2.3"><offres><formation numero="1">
        <intitule-formation>{title}</intitule-formation>
        <action numero="1">
        <nombre-heures-total>35</nombre-heures-total>
        <lieu-de-formation><coordonnees><adresse><ligne>1 rue</ligne><codepostal>{code}</codepostal><ville>Lille</ville></adresse></coordonnees></lieu-de-formation>
        <session numero="1"><periode><debut>{day}</debut><fin>20270131</fin></periode></session>
        </action>
        <organisme-formation-responsable><nom-organisme>Organisme d’exemple</nom-organisme></organisme-formation-responsable>
        </formation></offres></lheo>
        """;

    static byte[] Workbook(params string[][][] sheets)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(sheets.Select((_, i) => $"<sheet name=\"S{i}\" sheetId=\"{i + 1}\" r:id=\"r{i}\"/>"))}</sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Target=\"worksheets/s{i}.xml\"/>"))}</Relationships>""");
            foreach (var (i, rows) in sheets.Index())
            {
                Part(zip, $"xl/worksheets/s{i}.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{string.Concat(rows.Select(row => $"<row>{string.Concat(row.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>"))}</sheetData></worksheet>""");
            }
        }

        return file.ToArray();
    }

    static void Part(ZipArchive zip, string name, string content)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open());
        part.Write(content);
    }
}
