namespace Beffroi.Detection;

/// <summary>Points in nested squares, each with its count and its centre of mass. Built anew at each turn in the same arrays.</summary>
sealed class QuadTree
{
    const int Deepest = 24;

    // Four children each; 0 is none, since the root is nobody's child.
    int[] children = new int[4096];
    double[] sumX = new double[1024];
    double[] sumY = new double[1024];
    int[] counts = new int[1024];
    int used;
    double left;
    double bottom;
    double side;

    public void Build(double[] x, double[] y)
    {
        (left, bottom) = (x.Min(), y.Min());
        side = Math.Max(1e-12, Math.Max(x.Max() - left, y.Max() - bottom) * 1.000001);
        used = 0;
        New();
        for (var at = 0; at < x.Length; at++)
        {
            Insert(x[at], y[at]);
        }
    }

    /// <summary>Sum over the points of strength / distance, away from them; a point at the very place pushes nowhere.</summary>
    public (double X, double Y) Push(double x, double y, double strength, double opening)
    {
        var (dx, dy) = (0.0, 0.0);
        Span<(int Square, double Side)> stack = stackalloc (int, double)[4 * Deepest + 8];
        var top = 0;
        stack[top++] = (0, side);
        while (top > 0)
        {
            var (square, width) = stack[--top];
            var (gapX, gapY) = (x - (sumX[square] / counts[square]), y - (sumY[square] / counts[square]));
            var distance = (gapX * gapX) + (gapY * gapY);
            var leaf = Leaf(square);
            if (leaf || width * width < opening * opening * distance)
            {
                if (distance > 1e-18)
                {
                    dx += gapX * counts[square] * strength / distance;
                    dy += gapY * counts[square] * strength / distance;
                }

                continue;
            }

            for (var quarter = 0; quarter < 4; quarter++)
            {
                if (children[(4 * square) + quarter] is > 0 and var child)
                {
                    stack[top++] = (child, width / 2);
                }
            }
        }

        return (dx, dy);
    }

    bool Leaf(int square) => (children[4 * square] | children[(4 * square) + 1] | children[(4 * square) + 2] | children[(4 * square) + 3]) == 0;

    void Insert(double x, double y)
    {
        var (square, x0, y0, width) = (0, left, bottom, side);
        for (var depth = 0; depth < Deepest; depth++)
        {
            if (counts[square] == 1 && Leaf(square))
            {
                // The point that was alone goes one square down, and the new one after it.
                var (otherX, otherY) = (sumX[square], sumY[square]);
                var down = Child(square, otherX, otherY, x0, y0, width);
                (counts[down], sumX[down], sumY[down]) = (1, otherX, otherY);
            }

            counts[square]++;
            sumX[square] += x;
            sumY[square] += y;
            if (counts[square] == 1)
            {
                return;
            }

            var next = Child(square, x, y, x0, y0, width);
            width /= 2;
            (x0, y0) = (x0 + (x >= x0 + width ? width : 0), y0 + (y >= y0 + width ? width : 0));
            square = next;
        }

        counts[square]++;
        sumX[square] += x;
        sumY[square] += y;
    }

    int Child(int square, double x, double y, double x0, double y0, double width)
    {
        var slot = (4 * square) + (x >= x0 + (width / 2) ? 1 : 0) + (y >= y0 + (width / 2) ? 2 : 0);
        if (children[slot] == 0)
        {
            // New may change the array.
            var made = New();
            children[slot] = made;
        }

        return children[slot];
    }

    int New()
    {
        if (used == counts.Length)
        {
            Array.Resize(ref children, 8 * used);
            Array.Resize(ref sumX, 2 * used);
            Array.Resize(ref sumY, 2 * used);
            Array.Resize(ref counts, 2 * used);
        }

        Array.Clear(children, 4 * used, 4);
        (sumX[used], sumY[used], counts[used]) = (0, 0, 0);
        return used++;
    }
}
