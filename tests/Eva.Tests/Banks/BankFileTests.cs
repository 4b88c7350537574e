using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankFiles;
using Beffroi.Eva.BankVersions;
using CsCheck;

namespace Beffroi.Eva.Tests.Banks;

/// <summary>What goes out of a bank as a file comes back the same, and a file of any other kind is refused with a sentence.</summary>
public sealed class BankFileTests
{
    /// <summary>More in the long run of ./test --long; enough to notice a mistake otherwise.</summary>
    static readonly int Runs = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1" ? 5_000 : 200;

    static readonly string[] Situations = [.. BankOutline.All.Select(o => o.Situation)];

    public static TheoryData<string> EachSituation => [.. Situations];

    [Fact]
    public void Any_bank_goes_out_as_csv_and_comes_back_the_same() => AnyItem.Banks.Sample(bank => Same(bank, BankFile.Read(BankFile.Csv(bank))), iter: Runs);

    [Fact]
    public void Any_bank_goes_out_as_xlsx_and_comes_back_the_same() => AnyItem.Banks.Sample(bank => Same(bank, BankFile.Read(BankFile.Xlsx(bank))), iter: Runs);

    [Theory, MemberData(nameof(EachSituation))]
    public void The_bank_of_the_program_goes_out_and_comes_back_the_same(string situation)
    {
        var bank = BankShelf.Embedded(situation);

        Same(bank, BankFile.Read(BankFile.Csv(bank)));
        Same(bank, BankFile.Read(BankFile.Xlsx(bank)));
    }

    [Fact]
    public void The_longest_texts_that_a_cell_holds_come_back_the_same()
    {
        var bank = Livraison(i => i with { Instruction = string.Concat(Enumerable.Repeat("« Voilà »; \"ça\"\n", 1_200)), Rationale = new string('é', BankFiles.Sheet.MaxCell) });

        Same(bank, BankFile.Read(BankFile.Csv(bank)));
        Same(bank, BankFile.Read(BankFile.Xlsx(bank)));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+33 6")]
    [InlineData("-1 point")]
    [InlineData("@cmd")]
    [InlineData("'déjà entre guillemets")]
    public void No_cell_of_a_csv_begins_a_formula(string text)
    {
        var bank = Livraison(i => i with { Instruction = text });
        var file = BankFile.Csv(bank);

        // Cut by hand: quotes removed, each cell alone.
        var cells = Encoding.UTF8.GetString(file).TrimStart('\uFEFF').Split('\n', ';').Select(c => c.Trim('"'));
        Assert.DoesNotContain(cells, c => c.Length > 0 && "=+@".Contains(c[0], StringComparison.Ordinal));
        Assert.DoesNotContain(cells, c => c.StartsWith('-') && !char.IsAsciiDigit(c[1]));
        Same(bank, BankFile.Read(file));
    }

    [Fact]
    public void A_csv_begins_with_the_mark_of_utf8_and_separates_with_semicolons_as_french_spreadsheets_expect()
    {
        var file = BankFile.Csv(BankShelf.Embedded("livraison"));

        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.StartsWith("identifiant;usage;famille;forme;", Encoding.UTF8.GetString(file[3..]), StringComparison.Ordinal);
        Assert.Contains(";-2,6;", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_is_read_the_same_by_another_reader()
    {
        var bank = BankShelf.Embedded("livraison");
        using var zip = new ZipArchive(new MemoryStream(BankFile.Xlsx(bank)));
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var rows = XDocument.Load(sheet).Descendants(main + "row").ToList();

        Assert.Equal(1 + bank.Entries.Count(), rows.Count);
        Assert.Equal(["LE1", "essai"], rows[1].Elements(main + "c").Take(2).Select(c => c.Value));
        Assert.Equal("A1", rows[0].Elements(main + "c").First().Attribute("r")!.Value);
        Assert.All(zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)), entry =>
        {
            using var part = entry.Open();
            Assert.NotNull(XDocument.Load(part).Root);
        });
    }

    [Fact]
    public void A_workbook_that_a_spreadsheet_saved_again_is_read_with_its_shared_and_rich_texts_and_its_17_digits()
    {
        var bank = Livraison(i => i with { Instruction = "Lisez\nbien", Question = "Où ?" });
        var saved = Resaved(BankFile.Xlsx(bank));

        Same(bank, BankFile.Read(saved));
    }

    public static TheoryData<string, byte[]> NotABank => new()
    {
        { "La première ligne porte le nom des colonnes", Encoding.UTF8.GetBytes("bonjour\r\n") },
        { "La première ligne porte le nom des colonnes", [] },
        { "n’est pas en UTF-8", Encoding.Latin1.GetBytes("identifiant;compétence") },
        { "ne se ferme pas", Encoding.UTF8.GetBytes("identifiant;\"usage") },
        { "au milieu d’une case", Encoding.UTF8.GetBytes("identifiant;us\"age") },
        { "vient un séparateur", Encoding.UTF8.GetBytes("identifiant;\"us\"age") },
        { "plus de 64 colonnes", Encoding.UTF8.GetBytes(new string(';', 200)) },
        { "plus de 5000 lignes", Encoding.UTF8.GetBytes(new string('\n', 6_000)) },
        { "La colonne « couleur » est inconnue", Encoding.UTF8.GetBytes("identifiant;couleur\r\n") },
        { "La colonne « usage » est là deux fois", Encoding.UTF8.GetBytes("usage;usage\r\n") },
        { "Il manque des colonnes", Encoding.UTF8.GetBytes("identifiant;usage\r\n") },
        { "n’a aucune question", BankFile.Csv(new SituationBank { Situation = "livraison", Version = "", Items = [] }) },
        { "n’est pas un classeur XLSX lisible", Encoding.UTF8.GetBytes("PK rien") },
        { "n’est pas un classeur XLSX lisible", BankFile.Xlsx(BankShelf.Embedded("livraison"))[..2_000] },
        { "n’est pas un classeur XLSX lisible", Workbook("<!DOCTYPE w [<!ENTITY a \"aaaa\">]><worksheet>&a;</worksheet>") },
        { "n’est pas un classeur XLSX lisible", Workbook("<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><worksheet/>") },
        { "contient une formule", Workbook("<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>") },
        { "contient l’erreur #REF!", Workbook("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"e\"><v>#REF!</v></c></row></sheetData></worksheet>") },
        { "renvoie à un texte absent", Workbook("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row></sheetData></worksheet>") },
        { "plus de 64 colonnes", Workbook("<worksheet><sheetData><row r=\"1\"><c r=\"ZZ1\" t=\"str\"><v>x</v></c></row></sheetData></worksheet>") },
        { "trop grand une fois décompressé", Workbook("<worksheet><sheetData>" + new string(' ', 70 * 1024 * 1024) + "</sheetData></worksheet>") },
    };

    [Theory, MemberData(nameof(NotABank))]
    public void What_is_no_bank_is_refused_with_one_sentence_and_nothing_is_read(string sentence, byte[] file)
    {
        var reading = BankFile.Read(file);

        Assert.Empty(reading.Items);
        Assert.Contains(reading.Faults, f => f.Sentence.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_damaged_file_is_never_more_than_refused()
    {
        byte[][] files = [BankFile.Csv(BankShelf.Embedded("livraison")), BankFile.Xlsx(BankShelf.Embedded("livraison"))];
        (from file in AnyItem.Among(files)
         from places in Gen.Int[0, file.Length - 1].Array[1, 8]
         from bytes in Gen.Byte.Array[places.Length]
         from length in Gen.Frequency((3, Gen.Const(file.Length)), (1, Gen.Int[0, file.Length]))
         select (file, places, bytes, length)).Sample(damage =>
        {
            var file = damage.file.ToArray();
            foreach (var (place, value) in damage.places.Zip(damage.bytes))
            {
                file[place] = value;
            }

            var reading = BankFile.Read(file[..damage.length]);
            Assert.All(reading.Faults, f => Assert.NotEmpty(f.Sentence));
        }, iter: Runs);
    }

    static SituationBank Livraison(Func<BankItem, BankItem> changed)
    {
        var bank = BankShelf.Embedded("livraison");
        return SituationBank.Of("livraison", bank.Entries.Select((e, i) => (e.Use, i == 4 ? changed(e.Item) : e.Item)));
    }

    static bool Same(SituationBank bank, BankReading reading)
    {
        Assert.Empty(reading.Faults);
        var read = SituationBank.Of(bank.Situation, reading.Items.Select(i => (i.Use, i.Item)));
        Assert.Equal(bank.Entries.Select(e => $"{e.Use} {BankText.Of(e.Item)}"), read.Entries.Select(e => $"{e.Use} {BankText.Of(e.Item)}"));
        return true;
    }

    /// <summary>A workbook whose sheet is this.</summary>
    static byte[] Workbook(string sheet)
    {
        using var file = new MemoryStream(BankFile.Xlsx(BankShelf.Embedded("livraison")));
        return Replaced(file.ToArray(), ("xl/worksheets/sheet1.xml", sheet));
    }

    static byte[] Replaced(byte[] workbook, params (string Part, string Content)[] parts)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (part, content) in parts)
            {
                zip.GetEntry(part)?.Delete();
                using var writer = new StreamWriter(zip.CreateEntry(part).Open());
                writer.Write(content);
            }
        }

        return file.ToArray();
    }

    // As spreadsheets do: texts in a table of their own, cut in runs, with how a word sounds; figures with all the digits of a double; cells without a place.
    static byte[] Resaved(byte[] workbook)
    {
        XNamespace main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        XDocument sheet;
        using (var zip = new ZipArchive(new MemoryStream(workbook)))
        {
            using var part = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
            sheet = XDocument.Load(part, LoadOptions.PreserveWhitespace);
        }

        var shared = new List<XElement>();
        foreach (var cell in sheet.Descendants(main + "c"))
        {
            if (cell.Attribute("t") is null)
            {
                var number = double.Parse(cell.Value, System.Globalization.CultureInfo.InvariantCulture);
                cell.Element(main + "v")!.Value = number.ToString("G17", System.Globalization.CultureInfo.InvariantCulture);
                continue;
            }

            var text = cell.Value;
            var half = text.Length / 2;
            shared.Add(new(main + "si", Run(text[..half]), Run(text[half..]), new XElement(main + "rPh", new XElement(main + "t", "lu autrement"))));
            cell.SetAttributeValue("t", "s");
            cell.ReplaceNodes(new XElement(main + "v", shared.Count - 1));
        }

        sheet.Descendants(main + "row").First().Elements(main + "c").Attributes("r").Remove();
        return Replaced(workbook, ("xl/worksheets/sheet1.xml", sheet.ToString(SaveOptions.DisableFormatting)), ("xl/sharedStrings.xml", new XElement(main + "sst", shared).ToString(SaveOptions.DisableFormatting)));

        XElement Run(string text) => new(main + "r", new XElement(main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));
    }
}
