using System.Text;
using CsCheck;

namespace Beffroi.Crowdsourcing.Tests;

public sealed class ReadingTests
{
    static readonly string[] Pieces = ["\"", "\"\"", ",", ";", "\t", "\r", "\n", "\r\n", "\0", "\uFEFF", "é", " ", "item", "worker", "label", "1", ",,", "\uD800"];

    [Theory]
    [InlineData("item,worker,label\na,x,1\nb,y,0\n")]
    [InlineData("a,x,1\nb,y,0")]
    [InlineData("\uFEFFitem,worker,label\r\na,x,1\r\nb,y,0\r\n")]
    [InlineData("Label;ITEM;worker;note\n1;a;x;oui\n0;b;y;\n")]
    [InlineData("item\tworker\tlabel\na\tx\t1\nb\ty\t0\n")]
    [InlineData("\n\n\"item\",\"worker\",\"label\"\n\n\"a\",\"x\",\"1\"\n  \n b , y , 0 \n\n")]
    [InlineData("task,performer,answer\ra,x,1\rb,y,0\r")]
    public void A_table_is_read_whatever_its_dress(string text)
    {
        var file = Read(text);
        Assert.Equal((["a", "b"], ["x", "y"], ["0", "1"]), (file.Items, file.Workers, file.Labels), Same);
        Assert.Equal([new Vote(0, 0, 1), new Vote(1, 1, 0)], file.Votes.All());
        Assert.Equal(0, file.ProblemCount);
    }

    [Fact]
    public void Names_are_any_text_and_numbers_are_ordered_by_value()
    {
        var file = Read("item,worker,label\n\"a \"\"b\"\",\nc\",Zoé,très bien\n10,é,2\n9,Zoe,-1\n");
        Assert.Equal(["10", "9", "a \"b\",\nc"], file.Items);
        Assert.Equal("Zoé", file.Workers[file.Votes.WorkersOf(2)[0]]);
        Assert.Equal(["-1", "2", "10"], Read("a,1,10\na,2,2\na,3,-1\n").Labels);
        Assert.Equal((2, null), (file.Item("a \"b\",\nc"), file.Item("a")));
        Assert.Equal((null, 2), (file.Label("bien"), file.Label("très bien")));
    }

    [Fact]
    public void Malformed_lines_are_told_with_their_number_and_the_others_are_kept()
    {
        var file = Read("item,worker,label\na,x,1\nb,y\nc,z,0,9\n,x,1\nd,\"x,1\ne,x,0\nf,x\"y,1\ng,\"x\"y,1\nh,\uFFFDx,1\n\ni,x,1\n");
        Assert.Equal(["a", "e", "i"], file.Items);
        Assert.Equal(
            [(3, LineProblemKind.FieldCount), (4, LineProblemKind.FieldCount), (5, LineProblemKind.EmptyField), (6, LineProblemKind.Quotation), (8, LineProblemKind.Quotation), (9, LineProblemKind.Quotation), (10, LineProblemKind.Encoding)],
            file.Problems.Select(p => ((int)p.Line, p.Kind)));
        Assert.Equal(7, file.ProblemCount);
    }

    [Fact]
    public void Bytes_that_are_no_text_a_title_and_a_line_without_end_are_told()
    {
        var latin = VoteFile.Read(new MemoryStream([.. "a,x,1\nb,"u8, 0xE9, .. ",1\n"u8]), ct: TestContext.Current.CancellationToken);
        Assert.Equal([new LineProblem(2, LineProblemKind.Encoding)], latin.Problems);
        var titled = Read("Les réponses\nitem,worker,label\na,x,1\n");
        Assert.Equal([new LineProblem(1, LineProblemKind.FieldCount)], titled.Problems);
        Assert.Equal(["a"], titled.Items);
        var endless = Read("a,x,1\n" + new string('z', 400_000) + ",x,1\nb,x,1\n\"" + string.Concat(Enumerable.Repeat("q\n", 50_000)));
        Assert.Equal(["a", "b"], endless.Items);
        Assert.Equal([new(2, LineProblemKind.TooLong), new(4, LineProblemKind.Quotation)], endless.Problems.Take(2));
        Assert.Equal((100, 50_001), (endless.Problems.Count, endless.ProblemCount));
    }

    [Fact]
    public void Repeats_to_the_letter_count_once_and_two_labels_of_one_person_twice()
    {
        var file = Read("a,x,1\na,x,1\na,x,0\n");
        Assert.Equal((2, 1L), (file.Votes.Count, file.Repeats));
    }

    [Fact]
    public void A_header_without_a_column_and_too_many_labels_are_refused()
    {
        Assert.Equal(VoteFileFault.MissingColumn, Assert.Throws<VoteFileException>(() => Read("item,worker,mark\na,x,1\n")).Fault);
        Assert.Equal(VoteFileFault.TooManyLabels, Assert.Throws<VoteFileException>(() => Read(string.Concat(Enumerable.Range(0, 1001).Select(n => $"a,x,{n}\n")))).Fault);
        Assert.Equal(0, Read("").Votes.Count);
        Assert.Equal(0, Read("item,worker,label\n").Votes.Count);
    }

    [Fact]
    public void Truths_are_matched_by_name()
    {
        var file = Read("item,worker,label\na,x,1\nb,y,0\nc,y,1\n");
        var truths = TruthFile.Read(Stream("truth,item\n1,a\n7,b\n0,nulle part\n0,a\n1,a\nx\n"), file, TestContext.Current.CancellationToken);
        Assert.Equal([new(0, 1), new(1, -1)], truths.Known.OrderBy(t => t.Key));
        Assert.Equal((1, 1), (truths.Unanswered, truths.NeverAnswered));
        Assert.Equal([new(5, LineProblemKind.Contradiction), new(7, LineProblemKind.FieldCount)], truths.Problems);
        Assert.Equal([new(0, 1)], TruthFile.Read(Stream("a,1\n"), file, TestContext.Current.CancellationToken).Known);
    }

    [Fact]
    public void The_order_of_the_lines_changes_nothing() =>
        Gen.Int[0, 10_000].Sample(seed =>
        {
            var random = new Random(seed);
            var lines = Enumerable.Range(0, 60).Select(_ => $"i{random.Next(20)},w{random.Next(8)},l{random.Next(3)}").ToArray();
            var before = Read(string.Join('\n', lines));
            random.Shuffle(lines);
            var after = Read(string.Join("\r\n", lines));
            Assert.Equal(before.Votes.All(), after.Votes.All());
            Assert.Equal(before.Items, after.Items);
        }, iter: 50);

    [Fact]
    public void Any_damage_is_read_or_told()
    {
        const string whole = "item,worker,label\r\na,\"x \"\"1\"\"\",1\nb,y,0\n\"c\nd\",z,1\n";
        Gen.Select(Gen.Int[0, whole.Length], Gen.Int[0, 6], Gen.OneOf([.. Pieces.Select(Gen.Const)])).Array[1, 4].Sample(cuts =>
        {
            var damaged = cuts.Aggregate(whole, (text, cut) =>
            {
                var at = Math.Min(cut.Item1, text.Length);
                return string.Concat(text.AsSpan(0, at), cut.Item3, text.AsSpan(Math.Min(text.Length, at + cut.Item2)));
            });
            try
            {
                var file = Read(damaged);
                Assert.True(file.Votes.Count <= damaged.Length && file.Problems.Count == Math.Min(file.ProblemCount, VoteFile.MaxProblems));
                Assert.All(file.Problems, p => Assert.InRange(p.Line, 1, 1 + damaged.Count(c => c is '\n' or '\r')));
            }
            catch (VoteFileException wrong)
            {
                Assert.Equal(VoteFileFault.MissingColumn, wrong.Fault);
            }
        }, iter: 3_000);
    }

    static VoteFile Read(string text) => VoteFile.Read(Stream(text), ct: TestContext.Current.CancellationToken);

    static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    static bool Same((IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<string>) one, (IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<string>) two) =>
        one.Item1.SequenceEqual(two.Item1, StringComparer.Ordinal) && one.Item2.SequenceEqual(two.Item2, StringComparer.Ordinal) && one.Item3.SequenceEqual(two.Item3, StringComparer.Ordinal);
}
